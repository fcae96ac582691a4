#include "claim/verdict.h"

#include <algorithm>
#include <cmath>

namespace starlint {

namespace {

constexpr double kGrossGap = 0.5;   // of the smaller bound
constexpr double kEndsApart = 0.1;  // of the larger end

/// Of the ends that face each other, the smaller in size.
double facing_end(const Bounds& a, const Bounds& b) {
  const bool a_below = a.high_end != End::None && b.low_end != End::None && a.high <= b.low;
  const Bounds& lower = a_below ? a : b;
  const Bounds& upper = a_below ? b : a;
  return std::min(std::abs(lower.high), std::abs(upper.low));
}

}  // namespace

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::Ok:
      return "ok";
    case Verdict::Odd:
      return "odd";
    case Verdict::Rounding:
      return "rounding";
    case Verdict::Loose:
      return "loose";
    case Verdict::Conflict:
      return "conflict";
    case Verdict::Gross:
      return "gross";
  }
  return "ok";
}

Verdict compare(const Value& a, const Value& b, Counting counting) {
  const Reading left = read_value(a, counting);
  const Reading right = read_value(b, counting);
  if (meet(left.strict, right.strict)) {
    return meet(left.pragmatic, right.pragmatic) ? Verdict::Ok : Verdict::Odd;
  }
  if (meet(left.robust, right.robust)) return Verdict::Rounding;
  if (meet(left.loose, right.loose)) return Verdict::Loose;
  const bool far =
      gap(left.strict, right.strict) > kGrossGap * facing_end(left.strict, right.strict);
  return far ? Verdict::Gross : Verdict::Conflict;
}

bool ranges_differ(const Value& a, const Value& b) {
  const auto is_range = [](const Value& value) {
    return value.low < value.high && !value.open_low && !value.open_high;
  };
  const auto differ = [](double x, double y) {
    return std::abs(x - y) > kEndsApart * std::max(std::abs(x), std::abs(y));
  };
  return is_range(a) && is_range(b) && (differ(a.low, b.low) || differ(a.high, b.high));
}

}  // namespace starlint
