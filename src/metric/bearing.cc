#include "metric/bearing.h"

#include <algorithm>

#include "metric/comparable.h"

namespace starlint {

bool is_bound(const Metrics& metrics, Figure figure) {
  return metrics.value(figure).open_low || metrics.value(figure).open_high;
}

bool borne_out_here(const Metrics& metrics, const Comparison& comparison, const Lexicon& lexicon) {
  const SaidChange& change = metrics.changes[comparison.change];
  return std::any_of(metrics.movements.begin(), metrics.movements.end(),
                     [&](const SaidMovement& movement) {
                       if (movement.where.sentence != change.where.sentence) return false;
                       const auto other = movement_between(metrics.typed(movement.before),
                                                           metrics.typed(movement.after), lexicon);
                       return other && comparison.movement.time == other->time &&
                              judge(change.claim, *other) == ChangeVerdict::Ok;
                     });
}

bool bears_out(const Metrics& metrics, std::uint32_t p, const Comparison& comparison,
               const Lexicon& lexicon) {
  const SaidChange& change = metrics.changes[comparison.change];
  const Figure after = comparison.after;
  const Passage& passage = metrics.passages[p];
  for (std::uint32_t i = 0; i < passage.values.size(); ++i) {
    const bool behind = after.passage == p && i >= after.value;
    if (behind || (p == change.where.passage && i == change.figure.value)) break;
    const auto other = movement_between(passage.values[i], metrics.typed(after), lexicon);
    if (!other || is_bound(metrics, {p, i})) continue;
    const ValueKind kind = metrics.value(after).kind;
    const bool bare = change.overall && kind == ValueKind::Cardinal;
    if ((passage.values[i].value.kind == kind || bare) &&
        judge(change.claim, *other) == ChangeVerdict::Ok) {
      return true;
    }
  }
  return false;
}

}  // namespace starlint
