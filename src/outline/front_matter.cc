#include "outline/front_matter.h"

#include <algorithm>

#include "outline/line.h"

namespace starlint {

namespace {

constexpr std::uint32_t kMostLines = 200;

}  // namespace

std::uint32_t front_matter_end(std::string_view utf8, const LineIndex& lines) {
  const auto line_at = [&](std::uint32_t number) {
    return shape_line(utf8, lines.span(number, utf8));
  };
  if (lines.count() == 0) return 0;
  const Line first = line_at(1);
  const std::string_view mark = first.content(utf8);
  if (mark != "---" && mark != "+++") return 0;
  const std::uint32_t last = std::min(lines.count(), kMostLines);
  for (std::uint32_t number = 2; number <= last; ++number) {
    const Line line = line_at(number);
    const std::string_view inner = line.content(utf8);
    if (inner == mark || inner == "...") return number;
    const bool keyed = inner.find_first_of(":=") != std::string_view::npos;
    if (!keyed && line.indent == 0 && !inner.empty() && inner[0] != '-' && inner[0] != '#')
      return 0;
  }
  return 0;
}

}  // namespace starlint
