// What each sentence says of changes by itself: movements and claimed changes. Pairing comes after.
#pragma once

#include "metric/metrics.h"

namespace starlint {

/// Fills movements and changes from passages. Linear in the text.
void read_statements(Metrics& metrics, const Lexicon& lexicon, const MetricVocabulary& vocabulary);

}  // namespace starlint
