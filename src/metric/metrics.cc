#include "metric/metrics.h"

#include "metric/columns.h"
#include "metric/downtime.h"
#include "metric/pairing.h"
#include "metric/reckoning.h"
#include "metric/scope.h"
#include "metric/statements.h"
#include "metric/steps.h"
#include "metric/tables.h"

namespace starlint {

Metrics read_metrics(const Text& text, const Outline& outline, const Narratives& narratives,
                     const Lexicon& lexicon, const MetricVocabulary& vocabulary) {
  Metrics metrics;
  metrics.passages = read_passages(text, outline, lexicon);
  metrics.stories = story_of_passages(metrics.passages, outline, narratives);
  read_statements(metrics, lexicon, vocabulary);
  read_tables(metrics, outline, lexicon, vocabulary);
  pair_changes(metrics, lexicon, vocabulary);
  add_up_steps(metrics, vocabulary.reckoning());
  reckon(text, outline, metrics, lexicon, vocabulary);
  take_up_columns(metrics, outline, lexicon, vocabulary.reckoning());
  weigh_outages(metrics, lexicon, vocabulary.reckoning());
  return metrics;
}

}  // namespace starlint
