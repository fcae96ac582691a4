#include "rule/kind/finding_key.h"

#include <algorithm>

#include "base/strings.h"
#include "rule/kind/claim_places.h"

namespace starlint {

std::string key_of_sides(std::vector<std::string> sides) {
  std::sort(sides.begin(), sides.end());
  sides.erase(std::unique(sides.begin(), sides.end()), sides.end());
  return join(sides, "\n");
}

std::string side_of(const Claim& claim) {
  const Value& value = claim.value;
  return value.kind == ValueKind::Name ? value.name : cat(figure(value), " ", value.unit);
}

std::string key_of_story(const Narrative& story) { return cat("story ", story.title_text); }

}  // namespace starlint
