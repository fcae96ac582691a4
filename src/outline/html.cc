#include "outline/html.h"

#include "base/strings.h"

namespace starlint {

std::uint32_t tag_size(std::string_view text) {
  constexpr std::size_t kMaxTag = 80;
  if (text.size() < 3 || text[0] != '<') return 0;
  const std::size_t name = text[1] == '/' ? 2 : 1;
  if (name >= text.size() || !is_ascii_alpha(text[name])) return 0;
  const std::size_t close = text.substr(0, kMaxTag).find('>');
  if (close == std::string_view::npos) return 0;
  // "<Situation> we had …" is no element: their names are in small letters.
  if (text[name] >= 'A' && text[name] <= 'Z') return 0;
  return static_cast<std::uint32_t>(close + 1);
}

std::optional<TaggedLine> read_tags(std::string_view text, const Line& line) {
  const std::string_view content = line.content(text);
  if (content.front() != '<' || content.back() != '>') return std::nullopt;
  TaggedLine out;
  std::size_t depth = 0;
  for (std::uint32_t at = line.begin; at < line.end; ++at) {
    const char c = text[at];
    if (c == '<') ++depth;
    if (depth == 0 && !is_ascii_space(c)) {
      out.inner = out.inner.empty() ? Span{at, at + 1} : hull(out.inner, {at, at + 1});
    }
    if (c == '>' && depth > 0) --depth;
  }
  const bool numbered =
      content.size() > 3 && content[1] == 'h' && content[2] >= '1' && content[2] <= '6';
  if (numbered) out.level = static_cast<std::uint32_t>(content[2] - '0');
  out.title = content.starts_with("<summary");
  return out;
}

}  // namespace starlint
