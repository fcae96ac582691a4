// Figures of a change: what was before it, what came of it, and what two tellings of one change
// must have in common.
#pragma once

#include "rule/kind/told.h"

namespace starlint {

/// Whether one may not be of before a change and the other of behind it.
bool stages_agree(const Told& one, const Told& other);

/// Both tell what was before a change, and what came of it in the same figure: one change.
bool one_change(const Told& a, const Told& b);

/// "From 11 snags down to five": what became of the 11 that the other place begins with, too.
bool one_outcome(const Told& a, const Told& b);

}  // namespace starlint
