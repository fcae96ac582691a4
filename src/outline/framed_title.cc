#include "outline/framed_title.h"

#include <algorithm>

#include "base/strings.h"

namespace starlint {

std::optional<FramedTitle> read_framed_title(std::string_view text, const Line& line) {
  constexpr std::size_t kMost = 6;
  constexpr std::uint32_t kPlainLevel = 2;
  const std::string_view content = line.content(text);
  const char sign = content[0];
  const std::size_t run = std::min(content.find_first_not_of(sign), content.size());
  if (run < 2 || run > kMost || run == content.size() || content[run] != ' ') return std::nullopt;
  const bool wiki = sign == '=';
  const bool plain = (sign == '-' || sign == '*' || sign == '~') && content.back() == sign &&
                     content[content.size() - 2] == sign;
  if (!wiki && !plain) return std::nullopt;
  Span inner{line.begin + static_cast<std::uint32_t>(run), line.end};
  const auto frames = [&](char c) { return c == sign || is_ascii_space(c); };
  while (inner.end > inner.begin && frames(text[inner.end - 1])) --inner.end;
  if (inner.end == inner.begin) return std::nullopt;  // "== ="
  return FramedTitle{wiki ? static_cast<std::uint32_t>(run) : kPlainLevel, inner};
}

}  // namespace starlint
