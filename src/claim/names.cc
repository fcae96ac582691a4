#include "claim/names.h"

#include "base/strings.h"

namespace starlint {

namespace {
bool in_word(char c) {
  return is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80 || c == '\'' || c == '-';
}
}  // namespace

void add_names(std::string_view text, Span within, const Pattern* except,
               std::vector<std::string>& names) {
  for (std::uint32_t i = within.begin; i < within.end;) {
    if (!in_word(text[i])) {
      ++i;
      continue;
    }
    std::uint32_t end = i;
    while (end < within.end && in_word(text[end])) ++end;
    const std::string_view word = text.substr(i, end - i);
    const bool capital = word.front() >= 'A' && word.front() <= 'Z' && word.size() > 1;
    const bool excepted = except != nullptr && except->found_in(text, {i, end});
    if (capital && !excepted) names.push_back(ascii_lower(word));
    i = end;
  }
}

}  // namespace starlint
