// A figure that one story tells twice. Stories tell of changes, so two figures in like words are
// mostly two figures: only one time, one item or the old end of one change makes them one. Pure.
#pragma once

#include "rule/kind/told.h"

namespace starlint {

/// "95 minutes in 2021 … we cut the wait from 70 minutes to 52", "sales in 2021 were 1.9 million …
/// up from 1.4 million in 2021". REQUIRES: the values differ.
bool told_twice_in_story(const Told& a, const Told& b);

}  // namespace starlint
