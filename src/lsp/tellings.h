// Where a fact is told: the claim at a place, and everywhere else its speaker says the same thing.
#pragma once

#include <vector>

#include "claim/claim.h"
#include "lint/lint.h"

namespace starlint {

/// The claim that holds an offset, the shortest one with an attribute first; nullptr where there is
/// none.
const Claim* claim_at(const FileResult& file, std::uint32_t offset);

/// What the speaker says elsewhere of the same thing, in the order of the notes. REQUIRES: the
/// claim is one of the run's.
std::vector<const Claim*> other_tellings(const LintRun& run, const Claim& claim);

}  // namespace starlint
