// Whether two figures measure in one unit, and the movement between them.
#pragma once

#include <optional>

#include "claim/grammar/values.h"
#include "metric/change.h"
#include "metric/metrics.h"

namespace starlint {

/// The movement from one figure to the other in a common unit; none where they have none, or where
/// a figure is not positive. A number alone takes the unit of the other: "from 45 to 9 minutes".
std::optional<Movement> movement_between(const Typed& before, const Typed& after,
                                         const Lexicon& lexicon);

/// The unit of "8x", and of percentage points.
inline constexpr std::string_view kFoldUnit = "fold";
inline constexpr std::string_view kPointUnit = "point";

/// The claim that a figure makes: a negative one is a fall, one in points is of points.
ChangeClaim claim_of(const Value& value, Verb verb, Measure measure);

/// judge(), days and weeks also taken as working time where the figures have different units.
ChangeVerdict judge_any_time(const Metrics& metrics, std::uint32_t change, Figure before,
                             Figure after, const Movement& movement);
/// The same of figures that stand elsewhere.
ChangeVerdict judge_any_time(const ChangeClaim& claim, const Typed& before, const Typed& after,
                             const Movement& movement);

}  // namespace starlint
