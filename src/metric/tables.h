// Tables with a column before, a column after and a column of changes: each row is a movement with
// its claim.
#pragma once

#include "metric/metrics.h"
#include "outline/outline.h"

namespace starlint {

/// Adds the movements and changes of tables, and their comparisons.
void read_tables(Metrics& metrics, const Outline& outline, const Lexicon& lexicon,
                 const MetricVocabulary& vocabulary);

}  // namespace starlint
