#include "metric/extent.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "claim/reading.h"

namespace starlint {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kCoarsest = 0.025;     // of a figure that its rounding may take away or add
constexpr double kCoarsestClaim = 0.2;  // the same of a claimed figure
constexpr double kLoose = 0.10;         // of a claimed figure
constexpr double kCounted = 100;        // smaller whole numbers are counted, not rounded
constexpr double kLoosePoints = 2;      // the most a claimed percentage may be off, in points

double room(double a, double b) {
  if (std::isinf(a) || std::isinf(b)) return 0;
  return 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

Extent extent_of(const Bounds& bounds) {
  Extent extent{bounds.low, bounds.high};
  if (bounds.low_end == End::None) extent.low = -kInfinity;
  if (bounds.high_end == End::None) extent.high = kInfinity;
  return extent;
}

/// Nothing times endless is nothing.
double times(double a, double b) { return a == 0 || b == 0 ? 0 : a * b; }

}  // namespace

bool meet(Extent a, Extent b) {
  return a.high >= b.low - room(a.high, b.low) && b.high >= a.low - room(b.high, a.low);
}

bool below(Extent a, Extent b) { return a.high < b.low && !meet(a, b); }

Extent operator+(Extent a, Extent b) { return {a.low + b.low, a.high + b.high}; }
Extent operator-(Extent a, Extent b) { return {a.low - b.high, a.high - b.low}; }

Extent operator*(Extent a, Extent b) {
  const auto [low, high] = std::minmax(
      {times(a.low, b.low), times(a.low, b.high), times(a.high, b.low), times(a.high, b.high)});
  return {low, high};
}

Extent operator/(Extent a, Extent b) {
  if (b.contains(0)) return {-kInfinity, kInfinity};
  const auto inverse = [](double x) { return std::isinf(x) ? 0 : 1 / x; };
  return a * Extent{inverse(b.high), inverse(b.low)};
}

Extent figure_extent(const Value& value) {
  const bool counted = value.kind == ValueKind::Cardinal && value.high < kCounted;
  const Counting counting = counted ? Counting::Exact : Counting::Measured;
  const Extent read = extent_of(read_value(value, counting).strict);
  if (value.qualifier != Qualifier::Exact) return read;
  return {std::max(read.low, value.low - std::abs(value.low) * kCoarsest),
          std::min(read.high, value.high + std::abs(value.high) * kCoarsest)};
}

Extent claim_extent(const Value& value) {
  if (value.qualifier != Qualifier::Exact || value.open_low || value.open_high) {
    return extent_of(read_value(value, Counting::Measured).strict);
  }
  const auto slack = [&](double x) {
    const double part = std::abs(x) * kLoose;
    const double most = value.kind == ValueKind::Percent ? std::min(part, kLoosePoints) : part;
    return std::max(std::min(value.resolution / 2, std::abs(x) * kCoarsestClaim), most);
  };
  return {value.low - slack(value.low), value.high + slack(value.high)};
}

double nominal(const Value& value) {
  if (value.open_low) return value.high;
  if (value.open_high) return value.low;
  return (value.low + value.high) / 2;
}

}  // namespace starlint
