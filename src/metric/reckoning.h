// Figures that are said to follow from others, and do not: products, quotients, sums, remainders
// and shares, found by what the figures count, not by how the sentence runs. Silent where any
// reading of the figures around bears the claim out, and where more than one fails equally well.
#pragma once

#include "claim/grammar/lexicon.h"
#include "metric/metrics.h"
#include "metric/vocabulary.h"

namespace starlint {

/// Fills Metrics::wrong_results. Linear in the passages; in each sentence a few figures are tried.
void reckon(const Text& text, const Outline& outline, Metrics& metrics, const Lexicon& lexicon,
            const MetricVocabulary& vocabulary);

}  // namespace starlint
