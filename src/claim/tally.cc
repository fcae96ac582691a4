#include "claim/tally.h"

#include <algorithm>
#include <cmath>

namespace starlint {

namespace {

constexpr double kLeastShares = 75;  // percent: less, or more, was not meant as one whole
constexpr double kMostShares = 125;
constexpr double kShareSlack = 2.5;  // points that "about" allows to a share of a whole

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
  Bounds sum;
  for (const Value& share : shares) {
    Bounds bounds = read_value(share, Counting::Measured).strict;
    // "About 60 %" of one's time is no less than 58: a whole leaves little room.
    if (!share.open_low) bounds.low = std::max(bounds.low, share.low - kShareSlack);
    if (!share.open_high) bounds.high = std::min(bounds.high, share.high + kShareSlack);
    sum = sum + bounds;
  }
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
