#include "narrative/row.h"

#include "outline/line.h"

namespace starlint {

namespace {

Row plain_row(const Block& block, std::uint32_t index) {
  Row row;
  row.block = index;
  row.heading = block.kind == BlockKind::Heading;
  row.level = row.heading ? block.level : std::uint8_t{0};
  row.prose = block.prose();
  row.separator = block.kind == BlockKind::Separator;
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
    Row row = plain_row(block, index);
    const std::uint32_t first = text.line(block.span.begin);
    // What is no prose, and a heading with its underline, is one row; so is a cell.
    if (!row.prose || row.heading || block.kind == BlockKind::TableCell) {
      row.span = block.span;
      row.content = block.text;
      row.blank_before = first > last_line + 1 || last_line == 0;
      rows.push_back(row);
      last_line = text.line(block.span.end);
      continue;
    }
    const std::uint32_t last = text.line(block.span.end);
    for (std::uint32_t number = first; number <= last; ++number) {
      const Line line = shape_line(utf8, text.lines().span(number, utf8));
      if (line.blank()) continue;
      row.span = line.span;
      row.content = {line.begin, line.end};
      row.indent = line.indent;
      row.first = number == first;
      row.blank_before = number > last_line + 1 || last_line == 0;
      rows.push_back(row);
      last_line = number;
    }
  }
  return rows;
}

}  // namespace starlint
