// What makes a finding of a run the one it is: its story, and the fingerprint that baselines and
// reports know it by.
#pragma once

#include <cstdint>
#include <vector>

#include "finding/fingerprint.h"
#include "lint/lint.h"

namespace starlint {

/// Index of the story an offset, or a finding, belongs to; kNone where it stands in none.
std::uint32_t story_at(const FileResult& file, std::uint32_t offset);
std::uint32_t story_at(const FileResult& file, const Finding& finding);

/// One fingerprint for every finding of the run, in its order.
std::vector<Fingerprint> fingerprints_of(const LintRun& run);

}  // namespace starlint
