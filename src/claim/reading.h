// What a reported figure may stand for. "About 3 hours" is 2.5 to 3.5 hours, "over 30" has no upper
// end, "10 people" is ten. Pure arithmetic in the unit of the value; no text, no claims.
#pragma once

#include <cstdint>

#include "claim/claim.h"

namespace starlint {

/// Whether an end of a range belongs to it, does not, or is not there at all.
enum class End : std::uint8_t { Closed, Open, None };

struct Bounds {
  double low = 0;
  double high = 0;
  End low_end = End::Closed;
  End high_end = End::Closed;
};

bool meet(const Bounds& a, const Bounds& b);
/// How far apart they are; 0 where they meet or touch.
double gap(const Bounds& a, const Bounds& b);
/// The ends added, as when parts make a whole.
Bounds operator+(const Bounds& a, const Bounds& b);

/// People and systems are counted: their figures are exact unless hedged. All else is measured, and
/// its last digit was rounded.
enum class Counting : std::uint8_t { Exact, Measured };

/// Each reading holds the one before it.
struct Reading {
  Bounds pragmatic;  // strict, but "over 30" does not mean 90: at most 1.5 times a lower bound
  Bounds strict;     // rounded to the last digit given
  Bounds robust;     // cut off or rounded up instead
  Bounds loose;      // and ten percent, two points for a percentage
};

Reading read_value(const Value& value, Counting counting);

}  // namespace starlint
