// Waivers in the notes against the findings of a run: what they cover is suppressed, and what is
// wrong with them is found.
#pragma once

#include "lint/lint.h"

namespace starlint {

/// REQUIRES: all other findings of the run are there. New ones come behind them.
void apply_waivers(LintRun& run);

}  // namespace starlint
