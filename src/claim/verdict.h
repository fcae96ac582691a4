// Whether two figures for the same thing can both be true. REQUIRES everywhere: values of one
// dimension in one unit, said of the same thing; identity.h decides that.
#pragma once

#include <cstdint>
#include <string_view>

#include "claim/reading.h"

namespace starlint {

/// From agreement to contradiction, so that they compare.
enum class Verdict : std::uint8_t {
  Ok,
  Odd,       // "over 30" and 90: true, but nobody speaks so
  Rounding,  // one of them was cut off or rounded up
  Loose,     // ten percent apart
  Conflict,
  Gross,  // more than half of the smaller one lies between them
};
std::string_view name_of(Verdict verdict);

Verdict compare(const Value& a, const Value& b, Counting counting);

/// Two ranges told of one thing ("6-10 weeks", "6-8 weeks") may overlap and still be two stories:
/// whether both are ranges and an end of one is not the end of the other, ten percent aside.
bool ranges_differ(const Value& a, const Value& b);

}  // namespace starlint
