#include "metric/pairing.h"

#include <algorithm>

#include "metric/bearing.h"
#include "metric/candidates.h"
#include "metric/comparable.h"
#include "metric/context.h"
#include "metric/counted.h"
#include "metric/ends.h"
#include "metric/like_figures.h"
#include "metric/odds.h"
#include "metric/story_trial.h"
#include "metric/told_amount.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr std::uint32_t kLeaning = 2;  // sentences that a claim may look back
constexpr double kSmall = 10;
constexpr std::size_t kFewStarts = 3;  // figures of which each is tried

class Pairing {
 public:
  Pairing(Metrics& metrics, const Lexicon& lexicon, const MetricVocabulary& vocabulary)
      : metrics_(metrics),
        lexicon_(lexicon),
        vocabulary_(vocabulary),
        context_(metrics, vocabulary),
        counted_(metrics, vocabulary.reckoning()),
        odds_(read_odds(metrics, vocabulary.reckoning())) {}

  void pair_all() {
    std::vector<bool> settled(metrics_.changes.size());
    for (const Comparison& comparison : metrics_.comparisons) settled[comparison.change] = true;
    for (std::uint32_t i = 0; i < metrics_.changes.size(); ++i) {
      change_ = i;
      if (settled[i] || over_chain() || in_sentence() || has_own_figures()) continue;
      if (is_of_rest() || is_wish() || is_advertised()) continue;
      if (from_amount() || in_neighbour() || in_story()) continue;
      if (from_earlier_figure() || from_told_ratio()) continue;
      if (!from_odds() && !from_later_figures()) from_story();
    }
  }

 private:
  const SaidChange& change() const { return metrics_.changes[change_]; }
  bool same_story(const Mention& where) const {
    return in_one_story(metrics_, change().where.passage, where.passage);
  }

  /// Movements that `accepts` takes, as candidates.
  template <typename Accepts>
  std::vector<FigurePair> movements(Accepts accepts) const {
    std::vector<FigurePair> found;
    for (const SaidMovement& movement : metrics_.movements) {
      if (accepts(movement)) found.push_back({movement.before, movement.after});
    }
    return found;
  }

  /// The bare number: the unit may be said once only.
  double written(Figure figure) const {
    const Typed& typed = metrics_.typed(figure);
    return typed.numbers.empty() ? typed.value.low : typed.numbers.front().value;
  }

  /// "From 40 to 30, then from 30 to 12: 70 % in all": each step begins where the last one ended.
  bool over_chain() {
    if (!change().overall) return false;
    std::vector<FigurePair> told;
    for (const SaidMovement& movement : metrics_.movements) {
      const bool earlier = movement.where.sentence <= change().where.sentence;
      if (earlier && same_story(movement.where)) told.push_back({movement.before, movement.after});
    }
    // "550, ten percent more. … 660, another twenty percent."
    std::vector<FigurePair> borne_out;
    for (const Comparison& one : metrics_.comparisons) {
      const bool ties = one.verdict == ChangeVerdict::Ok;
      if (ties && one.change < change_ && same_story(metrics_.changes[one.change].where)) {
        borne_out.push_back({one.before, one.after});
      }
    }
    return over_links(told) || over_links(borne_out);
  }

  bool over_links(const std::vector<FigurePair>& links) {
    const FigurePair* first = nullptr;
    const FigurePair* last = nullptr;
    for (const FigurePair& link : links) {
      const bool next = last != nullptr && written(link.before) == written(last->after);
      if (!next && last != nullptr && last != first) break;
      if (!next) first = &link;
      last = &link;
    }
    if (first == last) return false;
    const bool measure =
        movement_between(metrics_.typed(first->before), metrics_.typed(last->after), lexicon_)
            .has_value();
    return measure && decide({{first->before, last->after}}, true);
  }

  bool in_sentence() {
    return decide(movements([&](const SaidMovement& movement) {
                    return movement.where.sentence == change().where.sentence &&
                           context_.linked(movement, change(), is_time(movement));
                  }),
                  true);
  }

  /// "I marked the rest down by 30 %": no figure tells of that.
  bool is_of_rest() const { return vocabulary_.reckoning().found("rest", change().metric); }

  /// "The owner asked me for a fifth off": no figure needs to bear that out.
  bool is_wish() const { return vocabulary_.reckoning().found("wished", ahead()); }
  /// "The online bank advertises 80 % faster loans."
  bool is_advertised() const { return vocabulary_.reckoning().found("advertised", ahead()); }

  /// What its sentence says before it.
  std::string_view ahead() const {
    const Passage& passage = metrics_.passages[change().where.passage];
    const std::uint32_t begin = passage.masked.sentence(change().where.span.begin).begin;
    return passage.slice({begin, std::max(begin, change().said.begin)});
  }

  /// Figures in its sentence that are of something else leave the claim unsure.
  bool has_own_figures() const {
    return std::any_of(metrics_.movements.begin(), metrics_.movements.end(),
                       [&](const SaidMovement& movement) {
                         return movement.where.sentence == change().where.sentence &&
                                !context_.behind_clause(change(), movement.before);
                       });
  }

  /// "That is 28 fewer, or 35 %": from what, was told before.
  bool from_amount() {
    const std::optional<Comparison> told =
        compare_amount(metrics_, change_, lexicon_, vocabulary_.reckoning(), counted_);
    if (told) metrics_.comparisons.push_back(*told);
    return told.has_value();
  }

  /// The sentence before, the one before that, the one behind.
  bool in_neighbour() {
    const std::uint32_t here = change().where.sentence;
    for (const std::uint32_t there : {here - 1, here - 2, here + 1}) {
      if (decide(movements([&](const SaidMovement& movement) {
                   if (movement.where.sentence != there || !same_story(movement.where))
                     return false;
                   return context_.resumes(movement, change(), is_time(movement)) ||
                          (context_.points_back(movement, change()) &&
                           plausible(movement.before, movement.after));
                 }),
                 true)) {
        return true;
      }
    }
    return false;
  }

  bool in_story() {
    if (context_.metric_words(change()).empty()) return false;
    return decide(movements([&](const SaidMovement& movement) {
                    return movement.where.sentence != change().where.sentence &&
                           same_story(movement.where) && context_.same_metric(movement, change());
                  }),
                  false);
  }

  /// "By December we booked 100 hours, so overtime is down by …": the 250 stand further up. The
  /// sentences that share most words with the claim's speak of the same measure.
  bool from_earlier_figure() {
    may_have_begun_ = false;
    return ended_in(context_.results(change())) ||
           (!may_have_begun_ && ended_in(context_.told_right_before(change())));
  }

  bool ended_in(const std::vector<Figure>& results) {
    lone_result_ = results.size() == 1;
    return std::any_of(results.begin(), results.end(), [&](const Figure& after) {
      std::vector<Start> starts = starts_of(after);
      may_have_begun_ = may_have_begun_ || !starts.empty();
      // Of several, the one that counts what was counted where the change began.
      if (!lone_result_) std::erase_if(starts, [&](const Start& start) { return !is_kin(start); });
      return began_at(starts, after);
    });
  }

  /// "64 beds" and "45 minutes"
  bool counts_other(Figure before, Figure after) {
    if (metrics_.value(before).kind == metrics_.value(after).kind) return false;
    return counted_.has_noun(before) || counted_.has_noun(after);
  }

  /// Few things of one name are counted for many reasons.
  bool is_kin(const Start& start) const {
    if (metrics_.value(start.figure).kind != ValueKind::Cardinal) return true;
    const bool many = nominal(metrics_.value(start.figure)) >= kSmall;
    return start.named && (!start.counted || many || context_.metric_words(change()).empty());
  }

  /// Figures told before in the notes from which the change may have led to `after`; those of the
  /// story last.
  std::vector<Start> starts_of(Figure after) {
    std::vector<Start> found;
    const std::uint32_t here = change().where.passage;
    for (std::uint32_t p = here - std::min(here, kFarthest); p <= here; ++p) {
      for (const Start& start : context_.starts(p, change(), after)) {
        const bool meant = !start.other || counted_.at_one_rate(start.figure, after);
        if (meant && plausible(start.figure, after) && counted_.alike(start.figure, after) &&
            !counts_other(start.figure, after) && !counted_.are_hours(start.figure, after)) {
          found.push_back(start);
        }
      }
    }
    return found;
  }

  /// Figures that end movements of their own only where no other may be meant.
  bool began_at(std::vector<Start>& starts, Figure after) {
    const bool counted = std::any_of(starts.begin(), starts.end(), [&](const Start& start) {
      return start.counted && told_here(start);
    });
    if (settled_by(starts, after, counted)) return true;
    const auto moved = std::stable_partition(starts.begin(), starts.end(),
                                             [](const Start& start) { return !start.moved; });
    const std::vector<Start> others(moved, starts.end());
    starts.erase(moved, starts.end());
    return began_among(starts, after) || began_among(others, after);
  }

  /// Whatever the words, what bears the claim out settles it; unless the same things are counted.
  bool settled_by(const std::vector<Start>& starts, Figure after, bool counted) {
    const bool measured = std::any_of(starts.begin(), starts.end(), [&](const Start& start) {
      return !is_only_wanted(start) && measures_alike(start, after);
    });
    return std::any_of(starts.begin(), starts.end(), [&](const Start& start) {
      const FigurePair candidate{start.figure, after};
      if (measured && is_only_wanted(start)) return false;
      // "Eight at the back" is no start where 15 singers were told.
      const bool small = nominal(metrics_.value(start.figure)) < kSmall;
      if (measured && small && !start.counted && !measures_alike(start, after)) return false;
      const bool meant = start.counted || (!counted && !is_bound(metrics_, start.figure));
      return meant && told_here(start) && !(start.moved && borrows(candidate)) &&
             of_change().tie(candidate) && decide({candidate}, false);
    });
  }

  bool is_only_wanted(const Start& start) const {
    return starlint::is_only_wanted(metrics_, change(), start.figure, vocabulary_.reckoning());
  }
  bool told_here(const Start& start) const { return same_story({start.figure.passage, 0, {}}); }
  /// A bare number that would take its unit from the other.
  bool borrows(const FigurePair& candidate) const {
    return metrics_.value(candidate.before).kind != metrics_.value(candidate.after).kind;
  }

  bool began_among(const std::vector<Start>& starts, Figure after) {
    std::size_t best = 1;
    std::vector<FigurePair> named;
    std::vector<FigurePair> others;
    std::vector<Start> alike;
    for (const Start& start : starts) {
      if (is_bound(metrics_, start.figure) && !start.counted) continue;
      const FigurePair candidate{start.figure, after};
      others.push_back(candidate);
      if (!told_here(start) || start.aim || (start.moved && borrows(candidate))) continue;
      if (measures_alike(start, after)) alike.push_back(start);
      if (!start.named || start.shared < best) continue;
      if (start.shared > best) named.clear();
      best = start.shared;
      named.push_back(candidate);
    }
    std::stable_sort(alike.begin(), alike.end(),
                     [](const Start& a, const Start& b) { return a.shared > b.shared; });
    // Points lie between percentages that are told, and no pair of them bears the claim out.
    const bool points = change().claim.measure == Measure::Points && !alike.empty();
    if (points) return decide({{alike.front().figure, after}}, false);
    if (decide(named, false) || decide(of_change().telling_ratios(others, false), false))
      return true;
    return began_among_like(alike, after);
  }

  /// Of figures in the unit of the result the only one, or the one whose sentence shares most words
  /// with that of the claim; where that says that it follows, any of the few.
  bool began_among_like(const std::vector<Start>& alike, Figure after) {
    if (alike.empty() || alike.size() > kFewStarts) return false;
    const bool nearest = alike.size() == 1 || alike[0].shared > alike[1].shared;
    if (!nearest && !context_.takes_up(change())) return false;
    std::vector<FigurePair> candidates;
    for (const Start& start : alike) candidates.push_back({start.figure, after});
    return decide(candidates, false);
  }

  /// "One tram in five was late. … Now one in twenty is: down by half."
  bool from_odds() {
    const std::vector<Figure> told = odds_of(metrics_, odds_, change());
    if (told.empty() || !plausible(told.front(), told.back())) return false;
    return decide({{told.front(), told.back()}}, false);
  }

  /// "Took 70 % off the backlog": the figures follow.
  bool from_later_figures() {
    if (!context_.results(change()).empty()) return false;
    return decide(pairs_behind(metrics_, change_, context_.metric_words(change()), lexicon_,
                               vocabulary_, counted_),
                  false);
  }

  /// Else any two figures of the story.
  void from_story() {
    if (change().overall || vocabulary_.reckoning().found("elsewhere", ahead())) return;
    TriedClaim claim = tried_claim(metrics_, change_, vocabulary_);
    if (context_.takes_up(change())) claim.metric.clear();
    const TrialResult trial =
        try_claim(claim, notes_around(metrics_, change().where.passage), lexicon_, vocabulary_);
    if (trial.against && plausible(trial.against->before, trial.against->after)) {
      metrics_.comparisons.push_back(*trial.against);
    }
  }

  bool measures_alike(const Start& start, Figure after) {
    const bool time = metrics_.value(after).kind == ValueKind::Duration;
    const bool unnamed =
        context_.metric_words(change()).empty() || (time && context_.is_of_time(change()));
    return counted_.measure_alike(start.figure, after, unnamed, lone_result_);
  }

  /// "From 8,000 to 24,000 followers. So the audience grew by 300 percent": the words differ, but
  /// the percentage is the very ratio of figures told around it.
  bool from_told_ratio() {
    const std::uint32_t here = change().where.sentence;
    return decide(of_change().telling_ratios(movements([&](const SaidMovement& movement) {
                                               const std::uint32_t there = movement.where.sentence;
                                               return there + kLeaning >= here &&
                                                      there <= here + 1 &&
                                                      same_story(movement.where) &&
                                                      plausible(movement.before, movement.after);
                                             }),
                                             true),
                  false);
  }

  /// "What we pay per clinic": of money or things in all nothing follows.
  bool is_of_each() const {
    const ReckoningWords& words = vocabulary_.reckoning();
    const std::vector<std::string> metric = folded_words(change().metric);
    for (std::size_t i = 0; i + 1 < metric.size(); ++i) {
      if (words.per(metric[i]) && words.period(metric[i + 1]) == 0) return true;
    }
    return false;
  }

  bool plausible(Figure before, Figure after) {
    const bool measured = metrics_.value(before).kind == ValueKind::Duration ||
                          metrics_.value(before).kind == ValueKind::Cardinal;
    if (!measured && context_.only_time(change())) return false;
    if (is_of_each() && !counted_.of_each(before) && !counted_.of_each(after)) return false;
    return may_be_ends(metrics_, change_, before, after, lexicon_, vocabulary_.reckoning());
  }

  bool is_time(const SaidMovement& movement) const {
    return metrics_.value(movement.before).kind == ValueKind::Duration ||
           metrics_.value(movement.after).kind == ValueKind::Duration;
  }

  bool decide(const std::vector<FigurePair>& candidates, bool sure) {
    return of_change().settle(candidates, sure);
  }

  Candidates of_change() { return {metrics_, change_, lexicon_, vocabulary_, counted_}; }

  Metrics& metrics_;
  const Lexicon& lexicon_;
  const MetricVocabulary& vocabulary_;
  Context context_;
  Counted counted_;
  std::vector<Odds> odds_;  // "one in five", told anywhere
  std::uint32_t change_ = 0;
  bool lone_result_ = false;     // of the change: one figure of its sentence may be where it ended
  bool may_have_begun_ = false;  // some figure may be where it began
};

}  // namespace

void pair_changes(Metrics& metrics, const Lexicon& lexicon, const MetricVocabulary& vocabulary) {
  Pairing(metrics, lexicon, vocabulary).pair_all();
}

}  // namespace starlint
