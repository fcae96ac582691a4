#include "outline/bare_title.h"

#include <algorithm>

#include "base/strings.h"

namespace starlint {

bool is_low_title(std::string_view line) {
  constexpr std::ptrdiff_t kBlanks = 4;
  return line.front() >= 'a' && line.front() <= 'z' && is_ascii_alnum(line.back()) &&
         std::count(line.begin(), line.end(), ' ') <= kBlanks;
}

std::uint32_t behind_bracketed_number(std::string_view line) {
  const std::size_t close = line.find("] ");
  if (!line.starts_with('[') || close == std::string_view::npos || close == 1) return 0;
  const std::string_view number = line.substr(1, close - 1);
  const bool digits = std::all_of(number.begin(), number.end(), is_ascii_digit);
  const std::size_t title = line.find_first_not_of(' ', close + 1);
  return digits && title != std::string_view::npos ? static_cast<std::uint32_t>(title) : 0;
}

}  // namespace starlint
