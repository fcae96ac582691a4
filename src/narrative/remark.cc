#include "narrative/remark.h"

#include <algorithm>
#include <string>

#include "base/strings.h"
#include "narrative/turn.h"
#include "outline/line.h"
#include "text/fold.h"

namespace starlint {

namespace {

constexpr std::size_t kMaxHead = 48;  // bytes before the colon
constexpr int kMaxWords = 5;          // in them
constexpr int kKnownWords = 3;        // of these the ones that name a remark

// Behind quote marks, bullets, brackets and emphasis.
std::string_view behind_marks(std::string_view line) {
  const Marker marker = read_marker(line, 0, static_cast<std::uint32_t>(line.size()));
  if (marker.kind == MarkerKind::Bullet)
    line.remove_prefix(std::min<std::size_t>(marker.end, line.size()));
  const std::size_t word = line.find_first_not_of("*_[(>~ ");
  line.remove_prefix(std::min(word, line.size()));
  return line;
}

// "Coach:", "Comment from Lea:", "note to self —".
bool opens_with_remark(std::string_view line, const NarrativeRules& rules) {
  line = behind_marks(line);
  if (line.starts_with("<-") || line.starts_with("←")) return true;
  const std::size_t colon = line.substr(0, kMaxHead).find(':');
  if (colon == std::string_view::npos) return false;
  std::string head = fold(line.substr(0, colon));
  while (!head.empty() && (head.back() == '*' || head.back() == '_')) head.pop_back();
  if (std::count(head.begin(), head.end(), ' ') >= kMaxWords) return false;
  std::size_t end = 0;
  for (int words = 0; words < kKnownWords && end != std::string::npos; ++words) {
    end = head.find(' ', end == 0 ? 0 : end + 1);
    if (rules.remarks.contains(head.substr(0, end))) return true;
  }
  return false;
}

constexpr std::ptrdiff_t kClosingBlanks = 7;  // of a line that closes a letter
constexpr std::ptrdiff_t kNameBlanks = 2;     // of the name below it

std::ptrdiff_t blanks_in(std::string_view text) {
  return std::count(text.begin(), text.end(), ' ');
}

// "Best regards, Tom", "Thanks!"
bool opens_with_closing(std::string_view line, const NarrativeRules& rules) {
  const std::string words = fold(line.substr(0, line.find_first_of(",.!–—")));
  return rules.closings.contains(trim(words));
}

// "Tom", "Tom H."
bool is_signature(std::string_view line) {
  const bool capital =
      !line.empty() && (line[0] & 0x80) == 0 ? line[0] >= 'A' && line[0] <= 'Z' : !line.empty();
  return capital && blanks_in(line) <= kNameBlanks && line.find_first_of(":?!,") == line.npos;
}

// The end of the block that a row opens.
std::uint32_t block_end(const Page& page, std::uint32_t row) {
  std::uint32_t end = row + 1;
  while (end < page.row_count() && page.rows[end].block == page.rows[row].block) ++end;
  return end;
}

// Behind the rows that close a letter from this one on; the row itself where it closes none.
std::uint32_t closing_end(const Page& page, std::uint32_t row) {
  const Row& line = page.rows[row];
  const std::string_view text = page.slice(line.content);
  const bool may_close = line.prose && line.first && line.blank_before && !line.heading &&
                         !line.cell && page.label(row) == nullptr &&
                         blanks_in(text) <= kClosingBlanks;
  if (!may_close) return row;
  const std::uint32_t end = block_end(page, row);
  const bool signed_below =
      end == row + 2 && text.ends_with(',') && is_signature(page.slice(page.rows[end - 1].content));
  if (signed_below) return end;
  if (!opens_with_closing(text, *page.rules)) return row;
  const bool alone = end == row + 1 && end < page.row_count() && page.rows[end].prose &&
                     page.rows[end].first && !page.rows[end].heading &&
                     page.label(end) == nullptr && block_end(page, end) == end + 1 &&
                     is_signature(page.slice(page.rows[end].content));
  return alone ? end + 1 : end;
}

bool is_quote(const Page& page, std::uint32_t row) {
  return page.outline->blocks[page.rows[row].block].kind == BlockKind::Quote;
}

}  // namespace

void hide_remarks(Page& page) {
  std::uint32_t quotes = 0;
  std::uint32_t prose = 0;
  for (std::uint32_t row = 0; row < page.row_count(); ++row) {
    prose += page.rows[row].prose;
    quotes += page.rows[row].prose && is_quote(page, row);
  }
  for (std::uint32_t row = 0; row < page.row_count();) {
    const Row& line = page.rows[row];
    std::uint32_t next = row + 1;
    const bool quoted = is_quote(page, row) && 2 * quotes < prose && page.label(row) == nullptr &&
                        read_turn(page.text->utf8(), line.content).has_value();
    const bool remark = line.prose && !line.heading && !line.cell && !line.turn &&
                        (quoted || opens_with_remark(page.slice(line.content), *page.rules));
    if (remark) {
      page.label_of_row[row] = kNone;
      while (next < page.row_count() && page.rows[next].block == line.block &&
             page.label(next) == nullptr) {
        ++next;
      }
      for (std::uint32_t hidden = row; hidden < next; ++hidden) page.rows[hidden].prose = false;
    }
    row = next;
  }
}

void hide_closings(Page& page) {
  std::uint32_t row = 0;
  while (row < page.row_count()) {
    const std::uint32_t end = closing_end(page, row);
    for (std::uint32_t hidden = row; hidden < end; ++hidden) {
      page.rows[hidden].prose = false;
      page.label_of_row[hidden] = kNone;
    }
    row = std::max(row + 1, end);
  }
}

}  // namespace starlint
