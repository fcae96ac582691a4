#include "metric/steps.h"

#include <algorithm>
#include <cmath>

namespace starlint {

namespace {

constexpr double kCoarsest = 0.025;  // of a step: what its rounding may hide
constexpr double kSame = 0.01;       // of the sum, that a claimed total may be off to be that sum

bool one_kind(const ChangeClaim& a, const ChangeClaim& b) {
  const bool verbs = a.verb == b.verb || a.verb == Verb::Any || b.verb == Verb::Any;
  return a.measure == b.measure && (a.measure == Measure::Fold || verbs);
}

/// The steps told in the story before the total.
std::vector<std::uint32_t> steps_before(const Metrics& metrics, std::uint32_t total) {
  const SaidChange& whole = metrics.changes[total];
  std::vector<std::uint32_t> steps;
  for (std::uint32_t i = 0; i < metrics.changes.size(); ++i) {
    const SaidChange& step = metrics.changes[i];
    const bool earlier = step.where.sentence < whole.where.sentence ||
                         (step.where.sentence == whole.where.sentence &&
                          step.where.span.end <= whole.where.span.begin);
    if (earlier && one_kind(step.claim, whole.claim) &&
        metrics.stories[step.where.passage] == metrics.stories[whole.where.passage]) {
      steps.push_back(i);
    }
  }
  return steps;
}

/// "After those three years", "the two steps together": all of them, and no other.
bool tells_of(const Metrics& metrics, const SaidChange& whole, std::size_t steps) {
  const Passage& passage = metrics.passages[whole.where.passage];
  const Span sentence = passage.masked.sentence(whole.where.span.begin);
  return std::any_of(
      passage.masked.tokens().begin(), passage.masked.tokens().end(),
      [&](const std::pair<std::uint32_t, std::uint32_t>& token) {
        const Typed& typed = passage.values[token.second];
        const double number = typed.numbers.empty() ? typed.value.low : typed.numbers.front().value;
        return sentence.contains(token.first) && typed.value.single() &&
               token.second != whole.figure.value && typed.value.kind != ValueKind::Percent &&
               number == static_cast<double>(steps);
      });
}

/// "That halved it again": the step starts from what the one before left.
bool is_on_top(const Metrics& metrics, std::uint32_t step, const ReckoningWords& words) {
  const Mention& where = metrics.changes[step].where;
  const Passage& passage = metrics.passages[where.passage];
  return words.found("again", passage.slice(passage.masked.sentence(where.span.begin)));
}

/// `ties`: a figure around bears the total out.
void check_total(Metrics& metrics, std::uint32_t total, bool ties, const ReckoningWords& words) {
  const SaidChange& whole = metrics.changes[total];
  const std::vector<std::uint32_t> steps = steps_before(metrics, total);
  if (steps.size() < 2) return;
  double sum = 0;  // what people add up who forget that steps multiply
  std::vector<double> figures;
  std::vector<Extent> extents;
  for (const std::uint32_t step : steps) {
    sum += metrics.changes[step].claim.figure;
    figures.push_back(metrics.changes[step].claim.figure);
    const double figure = figures.back();
    extents.push_back({figure * (1 - kCoarsest), figure * (1 + kCoarsest)});
  }
  const bool added = std::abs(sum - whole.claim.figure) <= sum * kSame;
  const ChangeClaim& claim = whole.claim;
  // "Twice as fast, then 3x faster: 5x faster": six times as fast by another reading of the words.
  if (ties && !(added && claim.measure == Measure::Fold)) return;
  const bool left = whole.left && is_on_top(metrics, steps.back(), words);
  const bool all = whole.overall && tells_of(metrics, whole, steps.size());
  if (!(whole.overall && added) && !all && !left) return;
  // "By 50 % in all": the first step says of what kind.
  const Verb verb =
      claim.verb == Verb::Any ? metrics.changes[steps.front()].claim.verb : claim.verb;
  if (verb == Verb::Any && claim.measure != Measure::Fold) return;
  if (meet(composed(verb, claim.measure, extents), claim.said)) return;
  metrics.wrong_totals.push_back({total, steps, composed(verb, claim.measure, figures)});
}

}  // namespace

void add_up_steps(Metrics& metrics, const ReckoningWords& words) {
  std::vector<bool> ties(metrics.changes.size());
  std::vector<bool> paired(metrics.changes.size());
  for (const Comparison& comparison : metrics.comparisons) {
    if (comparison.verdict == ChangeVerdict::Ok) ties[comparison.change] = true;
    paired[comparison.change] = true;
  }
  for (std::uint32_t i = 0; i < metrics.changes.size(); ++i) {
    const SaidChange& change = metrics.changes[i];
    if (change.overall || (change.left && !paired[i])) check_total(metrics, i, ties[i], words);
  }
}

}  // namespace starlint
