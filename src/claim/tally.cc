#include "claim/tally.h"

#include <cmath>

namespace starlint {

namespace {

constexpr double kLeastShares = 60;  // percent: less, or more, was not meant as one whole
constexpr double kMostShares = 160;

Bounds add_up(const std::vector<Value>& parts, Counting counting) {
  Bounds sum;
  for (const Value& part : parts) sum = sum + read_value(part, counting).strict;
  return sum;
}

}  // namespace

Sum check_sum(const std::vector<Value>& parts, const Value& total) {
  const Bounds sum = add_up(parts, Counting::Exact);
  const Bounds whole = read_value(total, Counting::Exact).strict;
  if (meet(sum, whole)) return {Tally::Tie, sum};
  const bool less = whole.low_end != End::None && sum.high < whole.low;
  if (less ? 2 * sum.high < whole.low : sum.low > 2 * whole.high) return {Tally::Unrelated, sum};
  if (gap(sum, whole) <= 1) return {Tally::OffByOne, sum};
  return {less ? Tally::Short : Tally::TooMany, sum};
}

Sum check_split(const std::vector<Value>& shares) {
  const Bounds sum = add_up(shares, Counting::Measured);
  const Bounds whole{100, 100};
  if (meet(sum, whole)) return {Tally::Tie, sum};
  if (sum.high < kLeastShares || sum.low > kMostShares) return {Tally::Unrelated, sum};
  return {sum.high < whole.low ? Tally::Short : Tally::TooMany, sum};
}

bool share_possible(double percent, double unit, int count) {
  const double nearest = std::round(percent * count / 100);
  return std::abs(100 * nearest / count - percent) <= unit / 2 + 1e-9;
}

}  // namespace starlint
