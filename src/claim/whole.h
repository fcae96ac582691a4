// The whole that was told before its parts: "a dozen volunteers. Half were students, three …".
// Pure.
#pragma once

#include <vector>

#include "claim/claim.h"
#include "claim/pattern.h"

namespace starlint {

/// Puts the figure told last before the parts, of which they can be parts, into their group; where
/// it is known already as a whole, they become parts of its kind. `parts` are some of `claims`.
/// REQUIRES: at least one part, in order of place.
void find_whole(const ClaimEntry& entry, const ClaimPatterns& patterns, std::vector<Claim>& claims,
                const std::vector<Claim*>& parts);

/// "A dozen volunteers. Half of them were students": six.
void count_out(const Value& whole, Value& part);

}  // namespace starlint
