#include "metric/change.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace starlint {

namespace {

constexpr std::array<std::string_view, 5> kVerbs = {"less", "more", "faster", "better", "any"};

constexpr double kPragmaticCap = 1.5;  // nobody says "over 80" of more than 120

const Extent kOne = Extent::exactly(1);
const Extent kHundred = Extent::exactly(100);

/// The movement as percentages and ratios, with what rounding allows.
struct Spread {
  explicit Spread(const Movement& m)
      : down(m.before / m.after),
        up(m.after / m.before),
        less((kOne - up) * kHundred),
        more((up - kOne) * kHundred),
        faster((down - kOne) * kHundred) {}

  Extent down;  // b/a
  Extent up;    // a/b
  Extent less;
  Extent more;
  Extent faster;
};

bool fell(const Movement& m) { return m.to < m.from; }

/// Whether the verb allows a fall (or a rise) to be claimed as such.
bool says_less(Verb verb) { return verb != Verb::More; }
bool says_more(Verb verb) { return verb != Verb::Less; }

bool fits_percent(const ChangeClaim& claim, const Movement& m, const Spread& spread) {
  if (!fell(m)) return says_more(claim.verb) && meet(claim.said, spread.more);
  if (claim.verb == Verb::Less) return meet(claim.said, spread.less);
  const bool speed = claim.verb != Verb::More || m.time;
  return (says_less(claim.verb) && meet(claim.said, spread.less)) ||
         (speed && meet(claim.said, spread.faster));
}

bool fits_fold(const ChangeClaim& claim, const Movement& m, const Spread& spread) {
  const Extent fold = fell(m) ? spread.down : spread.up;
  return meet(claim.said, fold) || (!claim.as_many && meet(claim.said + kOne, fold));
}

/// A ratio sold as a percentage: five times as many said as 500 % more, or a fall in the percent
/// that belong to a speed-up.
bool inflated(const ChangeClaim& claim, const Movement& m, const Spread& spread) {
  const Extent ratio = (fell(m) ? spread.down : spread.up) * kHundred;
  const Extent near = {std::max(claim.said.low, claim.figure / kPragmaticCap),
                       std::min(claim.said.high, claim.figure * kPragmaticCap)};
  if (claim.figure >= 100 && meet(near, ratio)) return true;
  return fell(m) && claim.verb == Verb::Less && meet(near, spread.faster);
}

bool contrary(const ChangeClaim& claim, const Movement& m) {
  if (claim.verb == Verb::Less) return below(m.before, m.after);
  return claim.verb == Verb::More && !m.time && below(m.after, m.before);
}

Extent points_of(const Movement& m) { return fell(m) ? m.before - m.after : m.after - m.before; }

ChangeVerdict judge_percent(const ChangeClaim& claim, const Movement& m) {
  const Spread spread(m);
  if (fits_percent(claim, m, spread)) return ChangeVerdict::Ok;
  if (m.percent && meet(claim.said, points_of(m))) return ChangeVerdict::Points;
  return inflated(claim, m, spread) ? ChangeVerdict::Inflated : ChangeVerdict::Mismatch;
}

}  // namespace

std::string_view name_of(Verb verb) { return kVerbs[static_cast<std::size_t>(verb)]; }

std::optional<Verb> verb_of(std::string_view name) {
  const auto found = std::find(kVerbs.begin(), kVerbs.end(), name);
  if (found == kVerbs.end()) return std::nullopt;
  return static_cast<Verb>(found - kVerbs.begin());
}

Readings readings_of(const Movement& m) {
  Readings r;
  if (fell(m)) {
    r.percent_less = (1 - m.to / m.from) * 100;
    r.percent_faster = (m.from / m.to - 1) * 100;
    r.fold = m.from / m.to;
  } else {
    r.percent_more = (m.to / m.from - 1) * 100;
    r.fold = m.to / m.from;
  }
  if (m.percent) r.points = std::abs(m.to - m.from);
  return r;
}

bool possible(const ChangeClaim& claim) {
  // "More than 100 % less" has 100 as its lower end.
  return claim.verb != Verb::Less || claim.measure != Measure::Percent || claim.said.low < 100 ||
         claim.said.high <= 100;
}

ChangeVerdict judge(const ChangeClaim& claim, const Movement& movement) {
  if (!possible(claim)) return ChangeVerdict::Impossible;
  if (contrary(claim, movement)) return ChangeVerdict::Contrary;
  switch (claim.measure) {
    case Measure::Percent:
      return judge_percent(claim, movement);
    case Measure::Points:
      return meet(claim.said, points_of(movement)) ? ChangeVerdict::Ok : ChangeVerdict::Mismatch;
    case Measure::Fold:
      return fits_fold(claim, movement, Spread(movement)) ? ChangeVerdict::Ok
                                                          : ChangeVerdict::Mismatch;
  }
  return ChangeVerdict::Ok;
}

namespace {

/// What one step multiplies the measure by, and back.
template <typename T>
T factor(Verb verb, Measure measure, T step, T one, T hundred) {
  if (measure == Measure::Fold) return step;
  return verb == Verb::Less ? one - step / hundred : one + step / hundred;
}

template <typename T>
T compose(Verb verb, Measure measure, const std::vector<T>& steps, T one, T hundred) {
  T all = one;
  for (const T& step : steps) all = all * factor(verb, measure, step, one, hundred);
  if (measure == Measure::Fold) return all;
  return verb == Verb::Less ? (one - all) * hundred : (all - one) * hundred;
}

}  // namespace

Extent composed(Verb verb, Measure measure, const std::vector<Extent>& steps) {
  return compose(verb, measure, steps, kOne, kHundred);
}

double composed(Verb verb, Measure measure, const std::vector<double>& steps) {
  return compose(verb, measure, steps, 1.0, 100.0);
}

}  // namespace starlint
