#include "toml/key_depth.h"

#include <algorithm>

namespace starlint::toml_doc {

namespace {

/// Behind the string that opens at `at`; one without an end is left to the parser.
std::size_t behind_string(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const std::string_view opening = text.substr(at, 3);
  const bool several = opening.size() == 3 && opening.find_first_not_of(quote) == opening.npos;
  const std::string_view end = several ? opening : opening.substr(0, 1);
  for (std::size_t i = at + end.size(); i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (!several && text[i] == '\n') {
      return i;
    } else if (text.substr(i, end.size()) == end) {
      i += end.size();
      // A string of several lines may end in quotes of its own.
      for (int own = 0; several && own < 2 && i < text.size() && text[i] == quote; ++own) ++i;
      return i;
    }
  }
  return text.size();
}

}  // namespace

bool has_endless_key(std::string_view text) {
  std::size_t dots = 0;
  for (std::size_t i = 0; i < text.size();) {
    switch (text[i]) {
      case '#':
        i = std::min(text.find('\n', i), text.size());
        continue;
      case '"':
      case '\'':
        i = behind_string(text, i);
        continue;
      case '.':
        if (++dots >= kMostKeyParts) return true;
        break;
      case '\n':
      case '=':
      case ',':
      case '{':
        dots = 0;
        break;
      default:
        break;
    }
    ++i;
  }
  return false;
}

}  // namespace starlint::toml_doc
