// Interval arithmetic over reported figures: every result that the rounding of the inputs allows.
// Ends are closed; an end that is not there is infinite. Values only.
#pragma once

#include "claim/claim.h"

namespace starlint {

struct Extent {
  double low = 0;
  double high = 0;

  static Extent exactly(double value) { return {value, value}; }
  bool contains(double value) const { return low <= value && value <= high; }
};

/// Room is left for the error of binary fractions, so that ends equal on paper meet.
bool meet(Extent a, Extent b);
/// Whether all of `a` lies below all of `b`.
bool below(Extent a, Extent b);

Extent operator+(Extent a, Extent b);
Extent operator-(Extent a, Extent b);
Extent operator*(Extent a, Extent b);
/// Without bounds where `b` holds zero.
Extent operator/(Extent a, Extent b);

/// What a figure may stand for, rounding and hedge taken into account, in the unit of the value.
/// Half a unit is at most a fortieth of the figure: "$2M" may be $1.95M, not $1.8M; what is
/// counted, not measured, is exact below a hundred.
Extent figure_extent(const Value& value);
/// The same for the figure that claims to follow from others: "about" is heard in it unsaid, up to
/// ten percent, two points for a percentage.
Extent claim_extent(const Value& value);
/// The figure as said: the middle of a range, the end that is there of an open one.
double nominal(const Value& value);

}  // namespace starlint
