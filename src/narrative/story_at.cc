#include "narrative/story_at.h"

#include <algorithm>

namespace starlint {

std::uint32_t story_at(const std::vector<Narrative>& stories, std::uint32_t offset) {
  const auto after = std::upper_bound(
      stories.begin(), stories.end(), offset,
      [](std::uint32_t at, const Narrative& story) { return at < story.span.begin; });
  // Stories nest, so what holds the place is the last one that begins before it, or one around it.
  auto story = static_cast<std::uint32_t>(after - stories.begin()) - 1;
  while (story != kNone && !stories[story].span.contains(offset)) story = stories[story].parent;
  return story;
}

}  // namespace starlint
