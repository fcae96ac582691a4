#include "narrative/columns.h"

#include <algorithm>

#include "base/strings.h"

namespace starlint {

namespace {

class ColumnReader {
 public:
  explicit ColumnReader(Page& page) : page_(page) {}

  void read() {
    std::uint32_t row = 0;
    while (row < page_.row_count()) {
      if (!page_.rows[row].cell) {
        ++row;
        continue;
      }
      const std::uint32_t end = table_end(row);
      read_table(row, end);
      row = end;
    }
  }

 private:
  // A blank line ends a table; the rule under its head is no blank line.
  std::uint32_t table_end(std::uint32_t first) const {
    std::uint32_t end = first;
    while (end < page_.row_count() && page_.rows[end].cell && holder(end) == holder(first)) ++end;
    const std::uint32_t body = end;
    while (end < page_.row_count() && page_.rows[end].cell) {
      if (page_.rows[end].blank_before && holder(end) != holder(body)) return end;
      ++end;
    }
    return end;
  }

  // Rows [first, end) are the cells of one table.
  void read_table(std::uint32_t first, std::uint32_t end) {
    std::uint32_t body = first;
    while (body < end && holder(body) == holder(first)) ++body;
    if (!heads_parts(first, body)) return;
    std::vector<std::uint32_t> heads(256, kNone);  // by column: index of the label
    for (std::uint32_t row = first; row < body; ++row) {
      heads[column(row)] = page_.label_of_row[row];
      page_.label_of_row[row] = kNone;
      page_.rows[row].prose = false;
    }
    for (std::uint32_t row = body; row < end; ++row) {
      const std::uint32_t head = heads[column(row)];
      if (head == kNone) continue;
      Label label = page_.labels[head];
      label.row = row;
      label.body = page_.rows[row].content.begin;
      label.marked = true;
      page_.label_of_row[row] = static_cast<std::uint32_t>(page_.labels.size());
      page_.labels.push_back(std::move(label));
    }
  }

  // Three components or more, two of them under words that hardly occur outside stories.
  bool heads_parts(std::uint32_t first, std::uint32_t body) const {
    std::uint32_t slots = 0;
    std::uint32_t own = 0;
    for (std::uint32_t row = first; row < body; ++row) {
      const Label* label = page_.label(row);
      if (label == nullptr || label->concepts.empty()) continue;
      if (label->body < page_.rows[row].content.end) return false;  // a cell with more than a label
      const Concept& one = page_.rules->frameworks.concepts[label->concepts[0]];
      slots |= 1U << static_cast<unsigned>(one.slots[0]);
      own += label->letter || !one.common;
    }
    return __builtin_popcount(slots) >= 3 && own >= 2;
  }

  std::uint32_t holder(std::uint32_t row) const {
    return page_.outline->blocks[page_.rows[row].block].parent;
  }
  std::uint8_t column(std::uint32_t row) const {
    return page_.outline->blocks[page_.rows[row].block].level;
  }

  Page& page_;
};

}  // namespace

void label_columns(Page& page) { ColumnReader(page).read(); }

bool is_column_label(const Page& page, std::uint32_t row) {
  const Label* label = page.label(row);
  return label != nullptr && page.rows[row].cell && label->word.end < page.rows[row].content.begin;
}

std::uint32_t naming_cell(const Page& page, std::uint32_t first, std::uint32_t labelled) {
  for (std::uint32_t row = first; row < labelled; ++row) {
    const std::string_view text = page.slice(page.rows[row].content);
    const bool names = std::any_of(text.begin(), text.end(),
                                   [](char c) { return is_ascii_alpha(c) || (c & 0x80) != 0; });
    if (names) return row;
  }
  return first < labelled ? first : kNone;
}

std::uint32_t first_cell(const Page& page, std::uint32_t row) {
  const auto holder = [&](std::uint32_t at) {
    return page.outline->blocks[page.rows[at].block].parent;
  };
  while (row > 0 && page.rows[row - 1].cell && holder(row - 1) == holder(row)) --row;
  return row;
}

}  // namespace starlint
