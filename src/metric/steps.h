// Steps of one change that are told as one with the sum of their figures, or as leaving what they
// do not: three times and then four times as fast is twelve times, not seven; halved twice is a
// quarter.
#pragma once

#include "metric/metrics.h"
#include "metric/reckoning_words.h"

namespace starlint {

/// Fills wrong_totals; needs comparisons and stories.
void add_up_steps(Metrics& metrics, const ReckoningWords& words);

}  // namespace starlint
