#include "metric/bearing.h"

#include <algorithm>

#include "metric/comparable.h"

namespace starlint {

namespace {

constexpr std::uint32_t kStretch = 6;  // passages that stand together where nothing has a title

}  // namespace

bool in_one_story(const Metrics& metrics, std::uint32_t a, std::uint32_t b) {
  const std::uint32_t story = metrics.stories[a];
  const std::uint32_t apart = std::max(a, b) - std::min(a, b);
  return story == metrics.stories[b] && (story != kNone || apart <= kStretch);
}

bool is_bound(const Metrics& metrics, Figure figure) {
  return metrics.value(figure).open_low || metrics.value(figure).open_high;
}

bool end_in_one(const std::vector<Comparison>& judged) {
  const Comparison& first = judged.front();
  return std::all_of(judged.begin(), judged.end(), [&](const Comparison& c) {
    const bool same = c.after.passage == first.after.passage && c.after.value == first.after.value;
    return same || (c.movement.from == first.movement.from && c.movement.to == first.movement.to);
  });
}

bool is_only_wanted(const Metrics& metrics, const SaidChange& change, Figure figure,
                    const ReckoningWords& words) {
  const Passage& claim = metrics.passages[change.where.passage];
  const Span own = claim.masked.sentence(change.where.span.begin);
  if (words.found("hedged", claim.slice(own))) return false;
  const Passage& passage = metrics.passages[figure.passage];
  const std::uint32_t at = passage.masked.offset_of(figure.value);
  return words.found("aim", passage.slice({passage.masked.sentence(at).begin, at}));
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
               const Lexicon& lexicon, const ReckoningWords& words) {
  const SaidChange& change = metrics.changes[comparison.change];
  const Figure after = comparison.after;
  const Passage& passage = metrics.passages[p];
  for (std::uint32_t i = 0; i < passage.values.size(); ++i) {
    const bool behind = after.passage == p && i >= after.value;
    if (behind || (p == change.where.passage && i == change.figure.value)) break;
    const auto other = movement_between(passage.values[i], metrics.typed(after), lexicon);
    if (!other || is_bound(metrics, {p, i})) continue;
    if (is_only_wanted(metrics, change, {p, i}, words)) continue;
    const ValueKind kind = metrics.value(after).kind;
    const bool bare = change.overall && kind == ValueKind::Cardinal;
    if ((passage.values[i].value.kind == kind || bare) &&
        judge(change.claim, *other) == ChangeVerdict::Ok) {
      return true;
    }
  }
  return false;
}

bool follows_elsewhere(const Metrics& metrics, const Comparison& comparison, const Lexicon& lexicon,
                       const ReckoningWords& words) {
  const SaidChange& change = metrics.changes[comparison.change];
  const std::uint32_t here = change.where.passage;
  const std::uint32_t back = change.overall ? std::min(here, kFarthest) : 0;
  for (std::uint32_t p = here - back; p <= here; ++p) {
    if (in_one_story(metrics, here, p) && bears_out(metrics, p, comparison, lexicon, words))
      return true;
  }
  return false;
}

}  // namespace starlint
