// Years that no word marks as such: "the 2019 edition". Pure.
#pragma once

#include <cmath>
#include <cstdint>

#include "base/span.h"
#include "claim/claim.h"

namespace starlint {

/// A year after `first`, as notes tell of their own time. Round numbers count things: "2000
/// readers".
inline bool is_bare_year(const Value& value, double first = 1980) {
  constexpr double kLast = 2050;
  constexpr double kCentury = 100;
  return value.kind == ValueKind::Cardinal && value.single() && value.low > first &&
         value.low < kLast && std::fmod(value.low, kCentury) != 0;
}

/// Days since 1970-01-01 of a year since then, as [first, behind last), to a day.
inline Span days_of_year(double year) {
  constexpr double kEpoch = 1970;
  constexpr double kDays = 365.25;
  const double begin = (year - kEpoch) * kDays;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + kDays)};
}

/// Of the year of a day since then.
inline Span year_around(double day) {
  constexpr double kEpoch = 1970;
  constexpr double kDays = 365.25;
  return days_of_year(kEpoch + std::floor((day + 1) / kDays));
}

}  // namespace starlint
