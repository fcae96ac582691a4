#include "metric/run_of_steps.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace starlint {

namespace {

using Place = std::pair<std::uint32_t, std::uint32_t>;  // passage, offset in masked text

Place place_of(const Metrics& metrics, Figure figure) {
  return {figure.passage, metrics.passages[figure.passage].masked.offset_of(figure.value)};
}

/// What the measure is multiplied by.
std::optional<Extent> factor_of(const ChangeClaim& claim) {
  // Of several steps the room of each is not all used up.
  const double room = (claim.said.high - claim.said.low) / 4;
  const double middle = (claim.said.low + claim.said.high) / 2;
  const Extent one = Extent::exactly(1);
  const Extent said{middle - room, middle + room};
  const Extent part = said / Extent::exactly(100);
  const bool less = claim.verb == Verb::Less;
  if (!less && claim.verb != Verb::More) return std::nullopt;
  if (claim.measure == Measure::Percent) return less ? one - part : one + part;
  if (claim.measure == Measure::Fold) return less ? one / said : said;
  return std::nullopt;
}

}  // namespace

StepsBetween steps_between(const Metrics& metrics, const Comparison& comparison) {
  const Place from = place_of(metrics, comparison.before);
  const Place to = place_of(metrics, comparison.after);
  std::vector<Extent> factors;
  std::size_t own = 0;
  for (std::uint32_t i = 0; i < metrics.changes.size(); ++i) {
    const SaidChange& step = metrics.changes[i];
    const Place at{step.where.passage, step.said.begin};
    const std::optional<Extent> factor = factor_of(step.claim);
    const bool here = metrics.stories[step.where.passage] ==
                      metrics.stories[metrics.changes[comparison.change].where.passage];
    if (i == comparison.change) own = factors.size();
    if (!factor || !here || at < from || to < at) {
      if (i == comparison.change) return {};
      continue;
    }
    factors.push_back(*factor);
  }
  StepsBetween out;
  out.last = own + 1 == factors.size();
  const Extent wanted = comparison.movement.after / comparison.movement.before;
  for (std::size_t first = 0; first <= own && !out.bear_out; ++first) {
    Extent all = Extent::exactly(1);
    for (std::size_t i = first; i < factors.size() && !out.bear_out; ++i) {
      all = all * factors[i];
      out.bear_out = i >= own && i > first && meet(all, wanted);
    }
  }
  return out;
}

}  // namespace starlint
