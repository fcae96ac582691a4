#include "base/one_line.h"

#include "base/strings.h"

namespace starlint {

std::string one_line(std::string_view text, std::size_t limit) {
  std::string out;
  for (const char c : trim(text)) {
    if (out.size() == limit) break;
    if (!is_ascii_space(c)) {
      out += c;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

void unwrap(std::string& text) {
  if (text.find_first_of("\r\n") != std::string::npos) text = one_line(text);
}

}  // namespace starlint
