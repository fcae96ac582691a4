// An availability that does not allow the outage told with it: the nines of a year, a quarter or a
// month leave so many minutes, whatever the sentence.
#pragma once

#include "claim/grammar/lexicon.h"
#include "metric/metrics.h"
#include "metric/reckoning_words.h"

namespace starlint {

/// Adds to Metrics::wrong_results. Linear in the values of a story.
void weigh_outages(Metrics& metrics, const Lexicon& lexicon, const ReckoningWords& words);

}  // namespace starlint
