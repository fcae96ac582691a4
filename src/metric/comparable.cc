#include "metric/comparable.h"

#include <algorithm>
#include <cmath>

namespace starlint {

namespace {

constexpr double kLoosePoints = 0.10;  // of so many points
constexpr double kMostPoints = 2;
constexpr double kWhole = 100;  // percent: a larger number is none
constexpr double kFirstYear = 1900;
constexpr double kLastYear = 2100;

bool bare(const Value& value) {
  return value.kind == ValueKind::Cardinal ||
         (value.kind == ValueKind::Range && value.unit.empty());
}

bool looks_like_year(const Value& value) {
  return bare(value) && value.low >= kFirstYear && value.low <= kLastYear &&
         value.low == std::floor(value.low);
}

bool measures(const Value& value) {
  switch (value.kind) {
    case ValueKind::Percent:
    case ValueKind::Duration:
    case ValueKind::Money:
    case ValueKind::Quantity:
      return true;
    default:
      return bare(value);
  }
}

/// What the unit of `with` makes of a bare number; 0 where that is not clear.
double borrowed_factor(const Typed& with) {
  const bool elliptic =
      with.value.kind == ValueKind::Percent || with.value.kind == ValueKind::Duration ||
      with.value.kind == ValueKind::Quantity || with.value.kind == ValueKind::Money;
  if (!elliptic || with.numbers.empty() || with.numbers.front().value == 0) return 0;
  return with.value.low / with.numbers.front().value;
}

/// Factors that bring both figures to one unit; nothing where there is none.
struct Factors {
  double before = 1;
  double after = 1;
};
std::optional<Factors> common_unit(const Typed& before, const Typed& after,
                                   const Lexicon& lexicon) {
  const Value& a = before.value;
  const Value& b = after.value;
  if (bare(a) && bare(b)) return Factors{};
  if (bare(a) || bare(b)) {
    const double factor = borrowed_factor(bare(a) ? after : before);
    const bool share = a.kind == ValueKind::Percent || b.kind == ValueKind::Percent;
    if (factor == 0 || (share && nominal(bare(a) ? a : b) > kWhole)) return std::nullopt;
    return bare(a) ? Factors{factor, 1} : Factors{1, factor};
  }
  if (a.kind != b.kind) return std::nullopt;
  if (a.unit == b.unit || a.kind == ValueKind::Duration) return Factors{};
  const Unit* ua = lexicon.unit(a.unit);
  const Unit* ub = lexicon.unit(b.unit);
  if (ua == nullptr || ub == nullptr || ua->dimension != ub->dimension) return std::nullopt;
  return Factors{ua->factor, ub->factor};
}

Extent scaled(const Extent& extent, double factor) {
  return {extent.low * factor, extent.high * factor};
}

}  // namespace

std::optional<Movement> movement_between(const Typed& before, const Typed& after,
                                         const Lexicon& lexicon) {
  const Value& a = before.value;
  const Value& b = after.value;
  if (!measures(a) || !measures(b) || nominal(a) <= 0 || nominal(b) <= 0) return std::nullopt;
  if (looks_like_year(a) && looks_like_year(b)) return std::nullopt;
  const std::optional<Factors> unit = common_unit(before, after, lexicon);
  if (!unit) return std::nullopt;
  Movement m;
  m.before = scaled(figure_extent(a), unit->before);
  m.after = scaled(figure_extent(b), unit->after);
  m.from = nominal(a) * unit->before;
  m.to = nominal(b) * unit->after;
  m.percent = a.kind == ValueKind::Percent || b.kind == ValueKind::Percent;
  m.time = a.kind == ValueKind::Duration || b.kind == ValueKind::Duration;
  return m;
}

ChangeClaim claim_of(const Value& value, Verb verb, Measure measure) {
  ChangeClaim claim{verb, measure, claim_extent(value), std::abs(nominal(value)), false};
  if (value.unit == kPointUnit) claim.measure = Measure::Points;
  // "18 points": the number of a percentage, and as near.
  if (measure == Measure::Points && value.kind == ValueKind::Cardinal) {
    const double slack = std::min(std::abs(value.low) * kLoosePoints, kMostPoints);
    claim.said = {value.low - slack, value.high + slack};
  }
  if (value.low < 0) {
    claim.said = {-claim.said.high, -claim.said.low};
    claim.verb = Verb::Less;
  }
  return claim;
}

namespace {

/// What a duration counts in: seconds in one of its unit.
double grain(const Typed& typed) {
  const double number = typed.numbers.empty() ? 0 : typed.numbers.front().value;
  return number == 0 ? 0 : typed.value.low / number;
}

/// How much longer the finer of two durations is, told in working time: a working week is 5 of 7
/// days, a working day 8 of 24 hours. 1 where both readings are one.
double working_factor(double a, double b) {
  constexpr double kDay = 86400;
  constexpr double kWeek = 7 * kDay;
  const double coarse = std::max(a, b);
  const double fine = std::min(a, b);
  const double week = coarse >= kWeek && fine < kWeek ? 7.0 / 5 : 1;
  const double day = coarse >= kDay && fine < kDay ? 24.0 / 8 : 1;
  return week * day;
}

}  // namespace

ChangeVerdict judge_any_time(const Metrics& metrics, std::uint32_t change, Figure before,
                             Figure after, const Movement& movement) {
  return judge_any_time(metrics.changes[change].claim, metrics.typed(before), metrics.typed(after),
                        movement);
}

ChangeVerdict judge_any_time(const ChangeClaim& claim, const Typed& before, const Typed& after,
                             const Movement& movement) {
  const ChangeVerdict plain = judge(claim, movement);
  if (plain == ChangeVerdict::Ok || !movement.time) return plain;
  const double factor = working_factor(grain(before), grain(after));
  Movement working = movement;
  const bool fell = working.to < working.from;
  Extent& shorter = fell ? working.after : working.before;
  (fell ? working.to : working.from) *= factor;
  shorter = shorter * Extent::exactly(factor);
  return judge(claim, working) == ChangeVerdict::Ok ? ChangeVerdict::Ok : plain;
}

}  // namespace starlint
