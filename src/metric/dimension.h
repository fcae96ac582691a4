// What a figure is counted in, as factors: "eleven drops a day for each van" is drops over days
// and vans. An equation between figures can only hold where these cancel. Pure; values only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/grammar/lexicon.h"
#include "metric/extent.h"
#include "metric/quantity.h"

namespace starlint {

struct Factor {
  enum class Kind : std::uint8_t { Thing, Money, Work, Measure, Time };
  Kind kind = Kind::Thing;
  std::vector<std::string> names;  // of a thing; of money and measures one: the unit
  bool loose = false;              // the names may be none of a thing
  double seconds = 0;              // of a unit of time
};

/// A figure in base units, over and under the line.
struct Dimension {
  Extent extent;
  double figure = 0;
  std::vector<Factor> over;
  std::vector<Factor> under;
};

/// How the figure can be read: hours are work done, or a stretch of time, unless they are what is
/// claimed; a claim "over the year" is one of a year as well. Nothing where it counts nothing.
std::vector<Dimension> dimensions_of(const Quantity& quantity, const Typed& typed,
                                     const Extent& extent, const Lexicon& lexicon,
                                     const ReckoningWords& words, bool claimed);

/// Of a product: the figures multiplied, what is over and under the line put together.
Dimension operator*(const Dimension& a, const Dimension& b);
Dimension inverse(const Dimension& a);

/// How well all that is over the line goes with all that is under it: `cost` counts what was left
/// unsaid; `factor` is what the units of time between them make, `guessed` how many of them leave
/// room.
struct Cancelled {
  int cost = 0;
  int guessed = 0;
  Extent factor = Extent::exactly(1);
};
/// Nothing where something stays.
std::optional<Cancelled> cancel(const Dimension& dimension);

/// How many of the shorter periods are told of in the longer one: of hours in a day 6 to 24, since
/// work rests.
Extent periods_in(double longer, double shorter);

}  // namespace starlint
