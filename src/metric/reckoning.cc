#include "metric/reckoning.h"

#include <algorithm>
#include <map>

#include "metric/trial.h"

namespace starlint {

namespace {

/// Whether the sentence of the claim asks, or says that its figures need not tie.
bool unsure(const Trial& trial) {
  const Span sentence = trial.passage.masked.sentence(trial.claim().at);
  const std::string_view said = trial.passage.slice(sentence);
  return said.ends_with('?') || trial.words.found("hedged", said);
}

/// Whether the figure was told before: nothing is worked out then. The parts of a list may be
/// alike, and its average one of them.
bool told_before(const Trial& trial, const WrongResult& wrong) {
  if (wrong.operation == Operation::Rest || wrong.operation == Operation::Mean) return false;
  const Value& said = trial.value(trial.claim());
  for (std::size_t i = 0; i < trial.claimed; ++i) {
    const Value& other = trial.value(trial.quantities[i]);
    if (same_unit(said, other) && said.low == other.low && said.high == other.high) return true;
  }
  return false;
}

void judge(const Trial& trial, Metrics& metrics) {
  std::optional<WrongResult> wrong;
  for (const auto attempt : {try_mean, try_sum, try_share, try_product}) {
    Outcome outcome = attempt(trial);
    if (outcome.ties) return;
    if (!wrong) wrong = std::move(outcome.wrong);
  }
  if (wrong && !unsure(trial) && !told_before(trial, *wrong)) {
    metrics.wrong_results.push_back(*std::move(wrong));
  }
}

}  // namespace

double written_unit(const Typed& typed, const Lexicon& lexicon) {
  if (typed.value.kind == ValueKind::Duration && !typed.numbers.empty() &&
      typed.numbers.front().value != 0) {
    return typed.value.low / typed.numbers.front().value;
  }
  if (typed.value.kind != ValueKind::Quantity) return 1;
  const Unit* unit = lexicon.unit(typed.value.unit.substr(0, typed.value.unit.find(" per ")));
  return unit == nullptr ? 1 : unit->factor;
}

bool is_joined(const Trial& trial, std::size_t one, std::size_t next) {
  const std::string_view between =
      trial.between(trial.quantities[one].at + 1, trial.quantities[next].at);
  return between.find_first_of(",;+") != std::string_view::npos ||
         trial.words.found("joined", between);
}

bool same_unit(const Value& a, const Value& b) { return a.kind == b.kind && a.unit == b.unit; }

void reckon(Metrics& metrics, const Lexicon& lexicon, const MetricVocabulary& vocabulary) {
  std::map<std::uint32_t, std::vector<Quantity>> told;  // counts of things, by story
  for (std::uint32_t p = 0; p < metrics.passages.size(); ++p) {
    const Passage& passage = metrics.passages[p];
    // Dates and periods work nothing out.
    const auto figures =
        std::count_if(passage.values.begin(), passage.values.end(), [](const Typed& one) {
          const ValueKind kind = one.value.kind;
          return kind != ValueKind::Date && kind != ValueKind::Interval && kind != ValueKind::Age &&
                 (kind != ValueKind::Duration || !one.numbers.empty());
        });
    if (figures == 0) continue;
    const std::vector<Quantity> quantities = read_quantities(passage, p, vocabulary.reckoning());
    std::vector<Quantity>& earlier = told[metrics.stories[p]];
    if (metrics.stories[p] == kNone) earlier.clear();
    for (std::size_t i = 0; figures > 1 && i < quantities.size(); ++i) {
      judge({metrics, lexicon, vocabulary.reckoning(), passage, quantities, earlier, i}, metrics);
    }
    for (const Quantity& one : quantities) {
      const Value& value = metrics.value(one.figure);
      const bool counts = value.kind == ValueKind::Cardinal && value.single() && value.low >= 1;
      if (counts && !one.noun.empty() && one.per.empty()) earlier.push_back(one);
    }
  }
}

}  // namespace starlint
