#include "metric/scope.h"

#include "narrative/story_at.h"

namespace starlint {

namespace {

/// The heading two levels below the top, or the top where there is no such: the title of a page
/// holds several stories, the sections under it one each.
std::uint32_t section_of(const Outline& outline, std::uint32_t block) {
  std::uint32_t top = kNone;
  std::uint32_t second = kNone;
  for (std::uint32_t i = block; i != kNone; i = outline.blocks[i].parent) {
    if (outline.blocks[i].kind != BlockKind::Heading) continue;
    second = top;
    top = i;
  }
  return second == kNone ? top : second;
}

}  // namespace

std::vector<std::uint32_t> story_of_passages(const std::vector<Passage>& passages,
                                             const Outline& outline, const Narratives& narratives) {
  std::vector<std::uint32_t> stories;
  const auto first_section = static_cast<std::uint32_t>(narratives.stories.size());
  for (const Passage& passage : passages) {
    const std::uint32_t place = outline.blocks[passage.block].text.begin;
    std::uint32_t story = story_at(narratives.stories, place);
    if (story == kNone || narratives.stories[story].project) {
      const std::uint32_t section = section_of(outline, passage.block);
      story = section == kNone ? kNone : first_section + section;
    }
    stories.push_back(story);
  }
  return stories;
}

}  // namespace starlint
