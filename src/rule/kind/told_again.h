// A figure that takes up what its story told before: "every one of the 460 leases", "those three
// weeks of moving". Who says "the" takes it for known, so somewhere it must have been told. Pure.
#pragma once

#include "rule/kind/told.h"

namespace starlint {

/// Whether `b` can only take up `a`, which has another figure; a line that sums the story up takes
/// up all it tells. REQUIRES: the values differ.
bool takes_up(const Told& a, const Told& b);

}  // namespace starlint
