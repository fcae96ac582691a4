#include "claim/reading.h"

#include <algorithm>
#include <cmath>

namespace starlint {

namespace {

constexpr double kHedge = 0.10;        // "about" and the loose reading
constexpr double kLoosePoints = 2;     // the loose reading of a percentage, in points
constexpr double kPragmaticCap = 1.5;  // nobody says "over 30" of more than 45

/// Room for the error of binary fractions, so that closed ends that are equal on paper meet.
double tolerance(double a, double b) { return 1e-9 * std::max({1.0, std::abs(a), std::abs(b)}); }

/// Whether something that ends at `high` reaches something that begins at `low`.
bool reaches(double high, End high_end, double low, End low_end) {
  if (high_end == End::None || low_end == End::None) return true;
  const double room = tolerance(high, low);
  const bool closed = high_end == End::Closed && low_end == End::Closed;
  return closed ? high >= low - room : high > low + room;
}

Bounds around(const Value& value, double below, double above) {
  return {value.low - below, value.high + above};
}

Bounds hedged(const Value& value, double half_unit) {
  const double below = std::max(half_unit, std::abs(value.low) * kHedge);
  const double above = std::max(half_unit, std::abs(value.high) * kHedge);
  return around(value, below, value.qualifier == Qualifier::Nearly ? 0 : above);
}

Bounds loosened(const Value& value, double unit) {
  const auto slack = [&](double x) {
    const double part = std::abs(x) * kHedge;
    return value.kind == ValueKind::Percent ? std::min(part, kLoosePoints) : part;
  };
  const auto end = [&](double x) { return slack(x) > unit ? End::Closed : End::Open; };
  return {value.low - std::max(unit, slack(value.low)),
          value.high + std::max(unit, slack(value.high)), end(value.low), end(value.high)};
}

Reading all(const Bounds& bounds) { return {bounds, bounds, bounds, bounds}; }

Reading at_least(double low, End end) {
  Reading reading = all({low, low, end, End::None});
  if (low > 0) reading.pragmatic = {low, low * kPragmaticCap, end, End::Closed};
  return reading;
}

}  // namespace

bool meet(const Bounds& a, const Bounds& b) {
  return reaches(a.high, a.high_end, b.low, b.low_end) &&
         reaches(b.high, b.high_end, a.low, a.low_end);
}

double gap(const Bounds& a, const Bounds& b) {
  const auto step = [](const Bounds& lower, const Bounds& upper) {
    const bool ends = lower.high_end != End::None && upper.low_end != End::None;
    return ends ? upper.low - lower.high : 0.0;
  };
  return std::max({0.0, step(a, b), step(b, a)});
}

Bounds operator+(const Bounds& a, const Bounds& b) {
  return {a.low + b.low, a.high + b.high, std::max(a.low_end, b.low_end),
          std::max(a.high_end, b.high_end)};
}

Reading read_value(const Value& value, Counting counting) {
  if (value.kind == ValueKind::Date || value.kind == ValueKind::Interval) {
    return all({value.low, value.high, value.open_low ? End::None : End::Closed,
                value.open_high ? End::None : End::Open});
  }
  switch (value.qualifier) {
    case Qualifier::Over:
      return at_least(value.low, End::Open);
    case Qualifier::AtLeast:
      return at_least(value.low, End::Closed);
    case Qualifier::Under:
      return all({value.high, value.high, End::None, End::Open});
    case Qualifier::AtMost:
      return all({value.high, value.high, End::None, End::Closed});
    case Qualifier::Exact:
    case Qualifier::About:
    case Qualifier::Nearly:
      break;
  }
  if (value.open_high) return at_least(value.low, End::Closed);
  if (value.open_low) return all({value.high, value.high, End::None, End::Closed});
  const double unit = counting == Counting::Exact ? 0 : value.resolution;
  if (value.qualifier != Qualifier::Exact) return all(hedged(value, unit / 2));
  const Bounds strict = around(value, unit / 2, unit / 2);
  if (counting == Counting::Exact) return all(strict);
  // Cut off, 3 stands for up to, but not, 4.
  Bounds robust = around(value, unit, unit);
  robust.low_end = robust.high_end = End::Open;
  return {strict, strict, robust, loosened(value, unit)};
}

}  // namespace starlint
