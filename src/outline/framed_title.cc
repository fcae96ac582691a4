#include "outline/framed_title.h"

#include <algorithm>

#include "base/strings.h"

namespace starlint {

namespace {

constexpr std::size_t kDeepest = 6;  // level of a heading
constexpr std::uint32_t kPlainLevel = 2;
constexpr std::size_t kOpenRun = 3;  // signs that announce a title without closing it

bool is_plain_sign(char sign) { return sign == '-' || sign == '*' || sign == '~'; }

}  // namespace

std::optional<FramedTitle> read_framed_title(std::string_view text, const Line& line) {
  const std::string_view content = line.content(text);
  const char sign = content[0];
  const std::size_t run = std::min(content.find_first_not_of(sign), content.size());
  if (run < 2 || run == content.size() || content[run] != ' ') return std::nullopt;
  const bool wiki = sign == '=';
  const bool closed = content.back() == sign && content[content.size() - 2] == sign;
  const bool open = sign == '-' && run >= kOpenRun && can_be_title(content);
  if (!wiki && !(is_plain_sign(sign) && closed) && !open) return std::nullopt;
  Span inner{line.begin + static_cast<std::uint32_t>(run), line.end};
  const auto frames = [&](char c) { return c == sign || is_ascii_space(c); };
  while (inner.end > inner.begin && frames(text[inner.end - 1])) --inner.end;
  if (inner.end == inner.begin) return std::nullopt;  // "== ="
  const auto level = static_cast<std::uint32_t>(std::min(run, kDeepest));
  return FramedTitle{wiki ? level : kPlainLevel, inner};
}

bool opens_with_arrows(std::string_view text, const Line& line, const Line& next) {
  const std::string_view whole = text.substr(line.span.begin, line.end - line.span.begin);
  return line.quotes == 2 && line.begin < line.end && whole.starts_with(">> ") && !next.blank() &&
         next.quotes == 0 && !ends_sentence(line.content(text));
}

}  // namespace starlint
