// Steps of one change that are told as one with the sum of their figures: three times and then four
// times as fast is twelve times, not seven.
#pragma once

#include "metric/metrics.h"

namespace starlint {

/// Fills wrong_totals; needs comparisons and stories.
void add_up_steps(Metrics& metrics);

}  // namespace starlint
