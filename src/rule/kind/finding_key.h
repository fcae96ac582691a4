// Finding::key of findings about several places, or about a whole story: what they are known by
// when files change their order or the words that they mark are no longer the first.
#pragma once

#include <string>
#include <vector>

#include "claim/claim.h"
#include "narrative/narrative.h"

namespace starlint {

/// The sides of a contradiction, in whatever order the notes tell them.
std::string key_of_sides(std::vector<std::string> sides);
/// A side: the value of a claim, however it is worded.
std::string side_of(const Claim& claim);

/// What is said of a whole story.
std::string key_of_story(const Narrative& story);

}  // namespace starlint
