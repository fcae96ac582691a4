#include "base/shell_quoted.h"

namespace starlint {

std::string shell_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) c == '\'' ? void(out += "'\\''") : out.push_back(c);
  return out += '\'';
}

}  // namespace starlint
