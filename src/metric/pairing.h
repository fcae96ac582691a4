// Which figures a claimed change is about: those of its sentence, of the one before it, or of
// another part of the story that tells of the same measure. Unsure pairings stay unsaid.
#pragma once

#include "metric/metrics.h"

namespace starlint {

/// Fills comparisons; needs stories, movements and changes.
void pair_changes(Metrics& metrics, const Lexicon& lexicon, const MetricVocabulary& vocabulary);

}  // namespace starlint
