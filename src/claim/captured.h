// What the words that a phrase captured name: a thing, an activity, one of several teams. Pure.
#pragma once

#include <string>
#include <string_view>

#include "base/span.h"
#include "claim/pattern.h"

namespace starlint {

/// Each word folded: "Front Desks" is "front desk".
std::string folded_words(std::string_view words, const ClaimPatterns& patterns);

/// Of all words of one activity one: "hands-on programming" is coding. Two activities are none.
std::string activity_of(std::string_view words, const ClaimPatterns& patterns);

/// Which of several teams is told of at `group` of a masked text, before the word for a team: the
/// words behind the last one that only leads up to the noun, "night" of "on the night shift". The
/// "desk" of "the front desk team" is one of them.
std::string scope_at(std::string_view text, Span group, const ClaimPatterns& patterns);

}  // namespace starlint
