#include "text/text.h"

#include "text/utf8.h"

namespace starlint {

Position Text::position(std::uint32_t offset) const {
  const std::uint32_t line = lines_.line(offset);
  const std::uint32_t begin = lines_.begin(line);
  return {line, 1 + count_code_points(utf8().substr(begin, offset - begin))};
}

std::uint32_t Text::utf16_column(std::uint32_t offset) const {
  const std::uint32_t begin = lines_.begin(lines_.line(offset));
  return 1 + count_utf16_units(utf8().substr(begin, offset - begin));
}

}  // namespace starlint
