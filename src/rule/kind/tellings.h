// What a speaker tells of one thing in several places, for those who show it rather than judge it.
#pragma once

#include <vector>

#include "claim/pattern.h"
#include "rule/view.h"

namespace starlint {

/// The other claims that speak of the same thing as `claim`, in the order of the notes; none where
/// its attribute is unknown. REQUIRES: `claim` is one of the view's.
std::vector<const Claim*> other_tellings(const SpeakerView& speaker, const ClaimPatterns& patterns,
                                         const Claim& claim);

}  // namespace starlint
