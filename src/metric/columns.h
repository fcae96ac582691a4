// Figures told one below the other, in a table or a list, and the total or the average that the
// story tells of them behind.
#pragma once

#include "claim/grammar/lexicon.h"
#include "metric/metrics.h"
#include "outline/outline.h"

namespace starlint {

/// Fills Metrics::wrong_results. Silent where some column of the story bears the claim out, and
/// where more than one could be meant.
void take_up_columns(Metrics& metrics, const Outline& outline, const Lexicon& lexicon,
                     const ReckoningWords& words);

}  // namespace starlint
