#include "narrative/columns.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/strings.h"

namespace starlint {

namespace {

constexpr std::ptrdiff_t kTold = 12;  // words of a column that tells a story

// The block of its table row.
std::uint32_t holder_of(const Page& page, std::uint32_t row) {
  return page.outline->blocks[page.rows[row].block].parent;
}

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
      const std::uint32_t end = table_end(page_, row);
      read_table(row, end);
      row = end;
    }
  }

 private:
  // Rows [first, end) are the cells of one table.
  void read_table(std::uint32_t first, std::uint32_t end) {
    std::vector<std::uint32_t> top;
    std::vector<std::uint32_t> side;  // first cells of all rows but the head
    for (std::uint32_t row = first; row < end; ++row) {
      if (holder(row) == holder(first)) top.push_back(row);
      if (holder(row) != holder(first) && column(row) == 0) side.push_back(row);
    }
    std::vector<std::uint32_t> outer = side;  // the first column with its head
    outer.insert(outer.begin(), first);
    read_letters(top);
    read_letters(outer);
    if (name_parts(top)) {
      label_cells(first, end);
    } else if (name_parts(side) && told_in_columns(first, end)) {
      turn(first, end);
      label_cells(first, end);
    }
  }

  // "S", "T", "A", "R" alone in cells are labels where together they spell a framework.
  void read_letters(const std::vector<std::uint32_t>& cells) {
    std::vector<Label> found;
    std::string letters;
    for (const std::uint32_t row : cells) {
      Row cell = page_.rows[row];
      cell.heading = true;  // the head of its lane
      if (page_.label(row) != nullptr) continue;
      std::optional<Label> label = read_label(page_.text->utf8(), cell, *page_.rules);
      if (!label || !label->letter || label->body < cell.content.end) continue;
      letters += label->letters;
      label->row = row;
      found.push_back(std::move(*label));
    }
    if (letters.size() < 3 || !page_.rules->frameworks.spell(letters)) return;
    for (Label& label : found) {
      label.question = label.answer = false;
      page_.label_of_row[label.row] = static_cast<std::uint32_t>(page_.labels.size());
      page_.labels.push_back(std::move(label));
    }
  }

  // The first lane names the parts: each cell of the others gets the label that it stands against.
  void label_cells(std::uint32_t first, std::uint32_t end) {
    const std::uint32_t names = page_.rows[first].lane;
    const bool turned = names != holder(first);
    const auto place = [&](std::uint32_t row) { return turned ? holder(row) : column(row); };
    std::map<std::uint32_t, std::uint32_t> labels;
    for (std::uint32_t row = first; row < end; ++row) {
      if (page_.rows[row].lane == names) {
        labels[place(row)] = page_.label_of_row[row];
        page_.label_of_row[row] = kNone;
        page_.rows[row].prose = false;
        continue;
      }
      const auto found = labels.find(place(row));
      if (found == labels.end() || found->second == kNone) continue;
      Label label = page_.labels[found->second];
      label.row = row;
      label.body = page_.rows[row].content.begin;
      label.marked = true;
      page_.label_of_row[row] = static_cast<std::uint32_t>(page_.labels.size());
      page_.labels.push_back(std::move(label));
    }
  }

  // Two columns or more hold sentences beside the names of the parts, no remarks on one story.
  bool told_in_columns(std::uint32_t first, std::uint32_t end) const {
    std::map<std::uint8_t, std::ptrdiff_t> words;
    for (std::uint32_t row = first; row < end; ++row) {
      const std::string_view cell = page_.slice(page_.rows[row].content);
      words[column(row)] += 1 + std::count(cell.begin(), cell.end(), ' ');
    }
    words.erase(0);
    return std::count_if(words.begin(), words.end(),
                         [](const auto& one) { return one.second >= kTold; }) >= 2;
  }

  // Column by column: what stands in one column is told together.
  void turn(std::uint32_t first, std::uint32_t end) {
    std::vector<std::pair<Row, std::uint32_t>> cells;
    for (std::uint32_t row = first; row < end; ++row) {
      cells.emplace_back(page_.rows[row], page_.label_of_row[row]);
    }
    const auto column_of = [&](const Row& row) { return page_.outline->blocks[row.block].level; };
    std::stable_sort(cells.begin(), cells.end(), [&](const auto& a, const auto& b) {
      return column_of(a.first) < column_of(b.first);
    });
    std::uint32_t lane = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto row = first + static_cast<std::uint32_t>(i);
      auto& [cell, label] = cells[i];
      if (i == 0 || column_of(cell) != column(row - 1)) lane = cell.block;
      cell.lane = lane;
      if (label != kNone) page_.labels[label].row = row;
      page_.label_of_row[row] = label;
      page_.rows[row] = cell;
    }
  }

  // Three components or more, two of them under words that hardly occur outside stories.
  bool name_parts(const std::vector<std::uint32_t>& cells) const {
    std::uint32_t slots = 0;
    std::uint32_t own = 0;
    for (const std::uint32_t row : cells) {
      const Label* label = page_.label(row);
      if (label == nullptr || label->concepts.empty()) continue;
      if (label->body < page_.rows[row].content.end) return false;  // a cell with more than a label
      for (const ConceptId id : label->concepts) {
        const Concept& one = page_.rules->frameworks.concepts[id];
        slots |= 1U << static_cast<unsigned>(one.slots[0]);
        own += label->letter || !one.common;
      }
    }
    return __builtin_popcount(slots) >= 3 && own >= 2;
  }

  std::uint32_t holder(std::uint32_t row) const { return holder_of(page_, row); }
  std::uint8_t column(std::uint32_t row) const {
    return page_.outline->blocks[page_.rows[row].block].level;
  }

  Page& page_;
};

}  // namespace

void label_columns(Page& page) { ColumnReader(page).read(); }

std::uint32_t table_end(const Page& page, std::uint32_t first) {
  const auto is_cell = [&](std::uint32_t row) {
    return row < page.row_count() && page.rows[row].cell;
  };
  std::uint32_t end = first;
  while (is_cell(end) && holder_of(page, end) == holder_of(page, first)) ++end;
  const std::uint32_t body = end;
  while (is_cell(end)) {
    if (page.rows[end].blank_before && holder_of(page, end) != holder_of(page, body)) return end;
    ++end;
  }
  return end;
}

bool is_column_label(const Page& page, std::uint32_t row) {
  const Label* label = page.label(row);
  return label != nullptr && page.rows[row].cell && label->word.end < page.rows[row].content.begin;
}

bool is_turned(const Page& page, std::uint32_t row) {
  const Row& cell = page.rows[row];
  return cell.cell && cell.lane != page.outline->blocks[cell.block].parent;
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

std::uint32_t lane_title(const Page& page, std::uint32_t labelled) {
  const std::uint32_t first = first_cell(page, labelled);
  const std::uint32_t cell = naming_cell(page, first, labelled);
  if (cell != kNone) return cell;
  const auto told = [&](std::uint32_t row) { return page.rows[row].cell && page.rows[row].prose; };
  std::uint32_t end = labelled;
  while (end < page.row_count() && page.rows[end].lane == page.rows[labelled].lane) ++end;
  std::uint32_t above = first;
  while (above > 0 && !told(above - 1) && !page.rows[above - 1].heading &&
         (page.rows[above - 1].cell || !page.rows[above - 1].prose)) {
    --above;
  }
  const bool alone = end == page.row_count() || !told(end);
  return alone && above > 0 && page.rows[above - 1].heading ? above - 1 : kNone;
}

std::uint32_t first_cell(const Page& page, std::uint32_t row) {
  while (row > 0 && page.rows[row - 1].cell && page.rows[row - 1].lane == page.rows[row].lane)
    --row;
  return row;
}

}  // namespace starlint
