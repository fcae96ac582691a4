#include "metric/candidates.h"

#include <algorithm>
#include <cmath>

#include "metric/bearing.h"
#include "metric/comparable.h"
#include "metric/ends.h"
#include "metric/like_figures.h"
#include "metric/run_of_steps.h"

namespace starlint {

namespace {

constexpr double kLarge = 100;        // figures from here on do not meet by chance
constexpr double kSameRatio = 0.005;  // of the claimed percentage
constexpr double kTwice = 200;        // percent: so much is hardly the ratio of two by chance

/// Percent: what it ended in, of what it began at.
double ratio_of(const Movement& movement) { return movement.to / movement.from * 100; }

/// Whether the claimed number is the ratio itself: "from 20 to 80, a growth of 400 percent".
bool is_ratio(const ChangeClaim& claim, const Movement& movement) {
  return std::abs(ratio_of(movement) / claim.figure - 1) < kSameRatio;
}

}  // namespace

Movement Candidates::movement(const FigurePair& candidate) const {
  return *movement_between(metrics_.typed(candidate.before), metrics_.typed(candidate.after),
                           lexicon_);
}

bool Candidates::tie(const FigurePair& candidate) const {
  const auto movement =
      movement_between(metrics_.typed(candidate.before), metrics_.typed(candidate.after), lexicon_);
  return movement && judge_any_time(metrics_, change_, candidate.before, candidate.after,
                                    *movement) == ChangeVerdict::Ok;
}

std::vector<FigurePair> Candidates::telling_ratios(const std::vector<FigurePair>& candidates,
                                                   bool moved) {
  std::vector<FigurePair> telling;
  for (const FigurePair& candidate : candidates) {
    const Movement found = movement(candidate);
    const ChangeClaim& claim = change().claim;
    if (judge(claim, found) == ChangeVerdict::Ok) return {};
    const bool large = std::min(found.from, found.to) >= kLarge;
    const bool one = claim.measure == Measure::Percent && ratio_of(found) >= kTwice &&
                     (moved || counted_.told_as_one(candidate.before, candidate.after));
    const bool tells = ((large || one) && is_ratio(claim, found)) || sells_ratio(candidate, found);
    if (tells) telling.push_back(candidate);
  }
  return telling;
}

/// A claim of several hundred percent that is the ratio of two durations of the story.
bool Candidates::sells_ratio(const FigurePair& candidate, const Movement& movement) const {
  const ChangeClaim& claim = change().claim;
  const bool here = in_one_story(metrics_, change().where.passage, candidate.before.passage);
  return here && movement.time && claim.measure == Measure::Percent && claim.figure >= kLarge &&
         meet(claim.said, movement.before / movement.after * Extent::exactly(100));
}

Comparison Candidates::comparison(FigurePair candidate, bool sure) const {
  if (are_reversed(metrics_, candidate.before, candidate.after)) {
    std::swap(candidate.before, candidate.after);
  }
  Comparison comparison;
  comparison.change = change_;
  comparison.before = candidate.before;
  comparison.after = candidate.after;
  comparison.movement = movement(candidate);
  comparison.verdict =
      judge_any_time(metrics_, change_, candidate.before, candidate.after, comparison.movement);
  comparison.sure = sure;
  return comparison;
}

/// Whether other figures around bear the claim out.
bool Candidates::is_saved(const Comparison& held) {
  const bool ratio = held.verdict == ChangeVerdict::Inflated && change().claim.figure >= kTwice &&
                     is_ratio(change().claim, held.movement) &&
                     counted_.of_one_name(held.before, held.after);
  return borne_out_here(metrics_, held, lexicon_) ||
         follows_elsewhere(metrics_, held, lexicon_, vocabulary_.reckoning()) ||
         (!ratio && like_figures_bear_out(metrics_, held, lexicon_, vocabulary_, counted_));
}

bool Candidates::settle(const std::vector<FigurePair>& candidates, bool sure) {
  std::vector<Comparison> judged;
  for (const FigurePair& candidate : candidates) judged.push_back(comparison(candidate, sure));
  if (judged.empty()) return false;
  const auto ties = std::find_if(judged.begin(), judged.end(), [](const Comparison& one) {
    return one.verdict == ChangeVerdict::Ok;
  });
  if (ties != judged.end()) {
    metrics_.comparisons.push_back(*ties);
    return true;
  }
  const StepsBetween steps = steps_between(metrics_, judged.front());
  const bool alone = !steps.bear_out && steps.last && end_in_one(judged);
  if (alone && !is_saved(judged.front())) metrics_.comparisons.push_back(judged.front());
  return true;
}

}  // namespace starlint
