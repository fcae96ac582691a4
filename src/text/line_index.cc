#include "text/line_index.h"

#include <algorithm>

namespace starlint {

static std::size_t next_line_end(std::string_view text, std::size_t from, bool has_cr) {
  if (!has_cr) return text.find('\n', from);
  return text.find_first_of("\r\n", from);
}

LineIndex::LineIndex(std::string_view text) : starts_{0} {
  const bool has_cr = text.find('\r') != std::string_view::npos;
  for (std::size_t at = 0; (at = next_line_end(text, at, has_cr)) != std::string_view::npos;) {
    const bool crlf = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    at += crlf ? std::size_t{2} : std::size_t{1};
    if (at < text.size()) starts_.push_back(static_cast<std::uint32_t>(at));
  }
}

std::uint32_t LineIndex::line(std::uint32_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::uint32_t>(after - starts_.begin());
}

Span LineIndex::span(std::uint32_t line, std::string_view text) const {
  const std::uint32_t begin = starts_[line - 1];
  std::uint32_t end = line < count() ? starts_[line] : static_cast<std::uint32_t>(text.size());
  if (end > begin && text[end - 1] == '\n') --end;
  if (end > begin && text[end - 1] == '\r') --end;
  return {begin, end};
}

}  // namespace starlint
