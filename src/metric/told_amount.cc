#include "metric/told_amount.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "metric/bearing.h"
#include "metric/comparable.h"

namespace starlint {

namespace {

class AmountReader {
 public:
  AmountReader(const Metrics& metrics, std::uint32_t change, const Lexicon& lexicon,
               const ReckoningWords& words, Counted& counted)
      : metrics_(metrics),
        index_(change),
        change_(metrics.changes[change]),
        lexicon_(lexicon),
        words_(words),
        counted_(counted) {}

  /// The figures of which the amount is a part, as the ends of the change; one that bears the claim
  /// out settles it.
  std::optional<Comparison> compare() {
    std::vector<Comparison> found;
    for (const Figure& figure : told_before()) {
      for (const bool ended : {false, true}) {
        const std::optional<Comparison> comparison = from(figure, ended);
        if (!comparison) continue;
        if (comparison->verdict == ChangeVerdict::Ok) return comparison;
        if (!ended) found.push_back(*comparison);
      }
    }
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
  }

 private:
  std::vector<Figure> told_before() const {
    std::vector<Figure> found;
    const std::uint32_t here = change_.where.passage;
    for (std::uint32_t p = here - std::min(here, kFarthest); p <= here; ++p) {
      if (!in_one_story(metrics_, here, p)) continue;
      for (const auto& [at, value] : metrics_.passages[p].masked.tokens()) {
        const Figure figure{p, value};
        if (p == here && at >= change_.where.span.begin) break;
        if (is_bound(metrics_, figure) || is_only_wanted(metrics_, change_, figure, words_)) {
          continue;
        }
        found.push_back(figure);
      }
    }
    return found;
  }

  /// The change from `figure` by the amount, or by the amount to it.
  std::optional<Comparison> from(Figure figure, bool ended) {
    const auto units =
        movement_between(metrics_.typed(figure), metrics_.typed(change_.amount), lexicon_);
    const Value& value = metrics_.value(figure);
    if (!units || value.kind != metrics_.value(change_.amount).kind) return std::nullopt;
    if (!counted_.alike(figure, change_.amount)) return std::nullopt;
    const bool less = change_.claim.verb == Verb::Less;
    Movement m = *units;
    const double amount = less ? m.to : -m.to;
    const Extent by = less ? m.after : Extent::exactly(0) - m.after;
    if (ended) {
      m.after = m.before;
      m.to = m.from;
      m.before = m.before + by;
      m.from += amount;
    } else {
      m.after = m.before - by;
      m.to = m.from - amount;
    }
    if (m.from <= 0 || m.to <= 0 || m.after.low <= 0 || m.before.low <= 0) return std::nullopt;
    return Comparison{index_, figure, change_.amount, m, judge(change_.claim, m), false};
  }

  const Metrics& metrics_;
  std::uint32_t index_;
  const SaidChange& change_;
  const Lexicon& lexicon_;
  const ReckoningWords& words_;
  Counted& counted_;
};

}  // namespace

std::optional<Comparison> compare_amount(const Metrics& metrics, std::uint32_t change,
                                         const Lexicon& lexicon, const ReckoningWords& words,
                                         Counted& counted) {
  if (metrics.changes[change].amount.value == kNone) return std::nullopt;
  return AmountReader(metrics, change, lexicon, words, counted).compare();
}

}  // namespace starlint
