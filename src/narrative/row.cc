#include "narrative/row.h"

#include <algorithm>

#include "base/strings.h"
#include "outline/line.h"
#include "text/character.h"
#include "text/utf8.h"

namespace starlint {

namespace {

// "[3](https://…)", "https://…": a reference, not a word of the story. An entry of a table of
// contents is one, too.
bool is_reference(std::string_view content) {
  const Marker marker = read_marker(content, 0, static_cast<std::uint32_t>(content.size()));
  if (marker.kind != MarkerKind::None) content.remove_prefix(marker.end);
  if (content.starts_with("http://") || content.starts_with("https://")) {
    return content.find(' ') == std::string_view::npos;
  }
  if (!content.starts_with('[') || !content.ends_with(')')) return false;
  const std::size_t target = content.find("](");
  return target != std::string_view::npos && content.find(')', target) == content.size() - 1;
}

// "#card", "#story #conflict": what files a note. "#Conflict" may be a title without a space.
bool is_tag_line(std::string_view content) {
  std::size_t at = 0;
  while (at < content.size()) {
    const bool tag = content[at] == '#' && at + 1 < content.size() && content[at + 1] >= 'a' &&
                     content[at + 1] <= 'z';
    if (!tag) return false;
    at = std::min(content.find(' ', at), content.size());
    at = std::min(content.find_first_not_of(' ', at), content.size());
  }
  return !content.empty();
}

// Behind the mark of a callout: "> [!info] Situation".
std::uint32_t behind_callout(std::string_view utf8, Span content) {
  const std::string_view text = utf8.substr(content.begin, content.size());
  if (!text.starts_with("[!")) return content.begin;
  const std::size_t close = text.find(']');
  if (close == std::string_view::npos) return content.begin;
  std::size_t at = close + 1;
  while (at < text.size() && (text[at] == '+' || text[at] == '-' || text[at] == ' ')) ++at;
  return content.begin + static_cast<std::uint32_t>(at);
}

constexpr std::size_t kLabelWords = 5;  // a bold run of fewer words may be a label

/// Where the answer begins in "**Tell me about a conflict.** My manager …"; line.end elsewhere.
std::uint32_t behind_bold_request(std::string_view utf8, Span line) {
  const std::string_view text = utf8.substr(line.begin, line.size());
  const std::string_view mark = text.substr(0, 2);
  if (mark != "**" && mark != "__") return line.end;
  const std::size_t close = text.find(mark, 2);
  if (close == std::string_view::npos || close == 2) return line.end;
  const std::string_view run = text.substr(2, close - 2);
  const auto blanks = static_cast<std::size_t>(std::count(run.begin(), run.end(), ' '));
  const bool asks = run.ends_with('?') || (run.ends_with('.') && blanks + 1 >= kLabelWords);
  const std::size_t answer = text.find_first_not_of(" \t", close + 2);
  if (!asks || answer == std::string_view::npos) return line.end;
  return line.begin + static_cast<std::uint32_t>(answer);
}

/// A line as a row, or as two: a request in bold type and what stands behind it.
void push_line(std::string_view utf8, Row row, std::uint32_t text_begin, std::vector<Row>& rows) {
  const std::uint32_t begin = std::max(row.content.begin, text_begin);
  const std::uint32_t answer =
      row.first && begin < row.content.end  // a marker may stand alone on its line
          ? behind_bold_request(utf8, {begin, row.content.end})
          : row.content.end;
  if (answer < row.content.end) {
    Row request = row;
    request.span.end = answer;
    request.content.end =
        begin + static_cast<std::uint32_t>(trim(utf8.substr(begin, answer - begin)).size());
    rows.push_back(request);
    row.span.begin = row.content.begin = answer;
    row.first = row.blank_before = false;
  }
  rows.push_back(row);
}

/// The first word behind an opening quote or mark, where it begins with a capital; else empty.
std::string_view opening_capital(std::string_view line) {
  const std::size_t at = line.find_first_not_of("\"'*_(");
  if (at == std::string_view::npos) return {};
  std::size_t next = at;
  if (!is_upper(next_code_point(line, next))) return {};
  return line.substr(0, line.find(' '));
}

/// "6) how do you handle stress": the first line of a numbered item.
bool is_numbered(std::string_view utf8, const Row& row) {
  const Line line = shape_line(utf8, row.span);
  return row.first && read_marker(utf8, line.begin, line.end).kind == MarkerKind::Number;
}

/// Bytes up to where the first word of the line below ends, if it stood on this one.
std::size_t joined_size(std::string_view utf8, const Row& row, const Row& below) {
  const std::string_view next = utf8.substr(below.content.begin, below.content.size());
  return row.content.size() + 1 + std::min(next.find(' '), next.size());
}

/// Whether a third of the lines of one block end before the widest, though more would have had
/// room: no wrapped prose, but one thought a line.
bool are_by_hand(std::string_view utf8, std::size_t from, std::uint32_t widest,
                 const std::vector<Row>& rows) {
  constexpr std::size_t kFewest = 3;  // lines
  if (rows.size() < from + kFewest) return false;
  std::size_t early = 0;
  for (std::size_t i = from; i + 1 < rows.size(); ++i) {
    early += 10 * joined_size(utf8, rows[i], rows[i + 1]) <= 9 * std::size_t{widest} ? 1U : 0U;
  }
  return 3 * early >= rows.size() - from - 1;
}

/// Which lines of one block its author ended before they were full: a good deal shorter than the
/// widest, though the word that opens the next would have had room. A run of such lines is a list.
/// What goes on small is a wrapped line as a rule, but for a short title of a numbered item.
void mark_early_ends(std::string_view utf8, std::size_t from, std::vector<Row>& rows) {
  constexpr std::size_t kTitleShare = 3;  // of the widest line: such a title takes less
  std::uint32_t widest = 0;
  for (std::size_t i = from; i < rows.size(); ++i) {
    widest = std::max(widest, rows[i].content.size());
  }
  const bool by_hand = are_by_hand(utf8, from, widest, rows);
  bool next_ends = false;
  for (std::size_t i = rows.size(); i-- > from + 1;) {
    const Span below = rows[i].content;
    Row& row = rows[i - 1];
    const bool capital = !opening_capital(utf8.substr(below.begin, below.size())).empty();
    const bool title =
        kTitleShare * row.content.size() <= widest && i - 1 == from && is_numbered(utf8, row);
    const bool parted = row.span.end == rows[i].span.begin;  // one line in parts
    const bool ends =
        !parted &&
        (title || (capital && 4 * joined_size(utf8, row, rows[i]) <= 3 * std::size_t{widest}));
    row.ends_early = ends && !next_ends;
    row.by_hand = by_hand && !parted;
    next_ends = ends;
  }
}

Row plain_row(const Text& text, const Outline& outline, std::uint32_t index) {
  const Block& block = outline.blocks[index];
  Row row;
  row.block = index;
  row.heading = block.kind == BlockKind::Heading;
  row.level = row.heading ? block.level : std::uint8_t{0};
  row.prose = block.prose();
  row.separator = block.kind == BlockKind::Separator;
  const std::string_view raw = text.slice(block.span);
  row.soft = row.heading && outline.format != NoteFormat::Org && !raw.starts_with('#') &&
             raw.find('\n') == std::string_view::npos;
  row.cell = block.kind == BlockKind::TableCell;
  if (row.cell) row.lane = block.parent;
  return row;
}

}  // namespace

std::vector<Row> rows_of(const Text& text, const Outline& outline) {
  std::vector<Row> rows;
  rows.reserve(outline.blocks.size());
  const std::string_view utf8 = text.utf8();
  std::uint32_t last_line = 0;
  for (std::uint32_t index = 0; index < outline.blocks.size(); ++index) {
    const Block& block = outline.blocks[index];
    if (block.kind == BlockKind::TableRow) continue;
    Row row = plain_row(text, outline, index);
    const std::uint32_t first = text.line(block.span.begin);
    // What is no prose, and a heading with its underline, is one row; so is a cell.
    if (!row.prose || row.heading || block.kind == BlockKind::TableCell) {
      row.span = block.span;
      row.content = block.text;
      row.indent = shape_line(utf8, text.lines().span(first, utf8)).indent;
      row.blank_before = first > last_line + 1 || last_line == 0;
      rows.push_back(row);
      last_line = text.line(block.span.end);
      continue;
    }
    const std::size_t from = rows.size();
    const std::uint32_t last = text.line(block.span.end);
    bool opened = false;  // tags and references stand before what a block says
    for (std::uint32_t number = first; number <= last; ++number) {
      const Line line = shape_line(utf8, text.lines().span(number, utf8));
      if (line.blank()) continue;
      row.span = line.span;
      row.content = {line.quotes > 0 ? behind_callout(utf8, {line.begin, line.end}) : line.begin,
                     line.end};
      row.indent = line.indent;
      row.prose = !is_reference(line.content(utf8)) && !is_tag_line(line.content(utf8));
      row.first = !opened;
      opened = opened || row.prose;
      row.blank_before = number > last_line + 1 || last_line == 0;
      push_line(utf8, row, block.text.begin, rows);
      last_line = number;
    }
    mark_early_ends(utf8, from, rows);
  }
  return rows;
}

}  // namespace starlint
