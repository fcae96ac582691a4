#include "outline/table.h"

#include "base/strings.h"

namespace starlint {

namespace {

// A row with more cells is no table that a person wrote; what is left stays in the last cell.
constexpr std::size_t kMaxCells = 256;

Span trimmed(std::string_view text, Span span) {
  while (!span.empty() && is_ascii_space(text[span.begin])) ++span.begin;
  while (!span.empty() && is_ascii_space(text[span.end - 1])) --span.end;
  return span;
}

}  // namespace

std::vector<Span> split_cells(std::string_view text, const Line& line) {
  Span rest{line.begin, line.end};
  if (!rest.empty() && text[rest.begin] == '|') ++rest.begin;
  if (!rest.empty() && text[rest.end - 1] == '|' &&
      (rest.size() < 2 || text[rest.end - 2] != '\\')) {
    --rest.end;
  }
  std::vector<Span> cells;
  std::uint32_t begin = rest.begin;
  for (std::uint32_t at = rest.begin; at < rest.end && cells.size() + 1 < kMaxCells; ++at) {
    if (text[at] == '|' && (at == rest.begin || text[at - 1] != '\\')) {
      cells.push_back(trimmed(text, {begin, at}));
      begin = at + 1;
    }
  }
  cells.push_back(trimmed(text, {begin, rest.end}));
  return cells;
}

bool is_delimiter_row(std::string_view content) {
  bool dash = false;
  bool pipe = false;
  for (const char c : content) {
    if (c == '-') {
      dash = true;
    } else if (c == '|' || c == '+') {
      pipe = true;
    } else if (c != ':' && c != ' ' && c != '\t') {
      return false;
    }
  }
  return dash && pipe;
}

}  // namespace starlint
