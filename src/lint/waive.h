// Waivers in the notes against the findings of a run: what they cover is suppressed, and what is
// wrong with them is found.
#pragma once

#include "lint/lint.h"

namespace starlint {

/// REQUIRES: all other findings of the run are there. New ones come behind them.
void apply_waivers(LintRun& run);

/// What the rules that look at one file found in it, but for what its waivers accept and for
/// secrets: all that can be said of a file before the others were read.
std::vector<Finding> own_findings(const FileResult& file, const RuleSet& rules);

}  // namespace starlint
