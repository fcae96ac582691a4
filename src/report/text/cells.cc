#include "report/text/cells.h"

#include <cmath>
#include <cstdint>

#include "base/strings.h"

namespace starlint {

std::string right(std::string text, std::size_t width) {
  if (text.size() < width) text.insert(0, width - text.size(), ' ');
  return text;
}

std::string spoken(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::lround(seconds));
  return cat(whole / 60, whole % 60 < 10 ? ":0" : ":", whole % 60);
}

}  // namespace starlint
