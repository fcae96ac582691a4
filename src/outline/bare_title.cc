#include "outline/bare_title.h"

#include <algorithm>

#include "base/strings.h"

namespace starlint {

bool is_low_title(std::string_view line) {
  constexpr std::ptrdiff_t kBlanks = 4;
  return line.front() >= 'a' && line.front() <= 'z' && is_ascii_alnum(line.back()) &&
         std::count(line.begin(), line.end(), ' ') <= kBlanks;
}

}  // namespace starlint
