#include "report/text/cells.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "base/strings.h"
#include "report/story_figures.h"
#include "text/display.h"

namespace starlint {

std::string right(std::string text, std::size_t width) {
  if (text.size() < width) text.insert(0, width - text.size(), ' ');
  return text;
}

std::string spoken(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::lround(seconds));
  return cat(whole / 60, whole % 60 < 10 ? ":0" : ":", whole % 60);
}

std::string cut(const std::string& text, std::size_t width) {
  const auto size = static_cast<std::uint32_t>(text.size());
  return excerpt_of(text, {0, size}, {0, 0}, std::max(width, kShortestName)).text;
}

std::string fitted(const std::string& text, std::size_t width) {
  std::string out = cut(text, width);
  out.append(width - std::min(width, display_width(out)), ' ');
  return out;
}

std::string component_marks(const FileResult& file, const Narrative& story, const Style& style) {
  if (story.project) return cat(" ", style.dim, "project", style.off);
  std::string out;
  for (const Slot slot : kStarSlots) {
    const Telling telling = telling_of(file, story, slot);
    const std::string_view color = telling == Telling::Missing  ? style.red
                                   : telling == Telling::Hardly ? style.yellow
                                                                : std::string_view();
    const std::string_view off = color.empty() ? color : style.off;
    out += cat(" ", color, mark_of(telling, slot), off);
  }
  return out;
}

}  // namespace starlint
