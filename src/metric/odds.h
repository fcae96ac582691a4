// Shares told as odds, "one tram in five": measures like any percentage.
#pragma once

#include <string>
#include <vector>

#include "metric/metrics.h"
#include "metric/reckoning_words.h"

namespace starlint {

struct Odds {
  Figure figure;      // a value of its own among those of its passage, as a percentage
  std::string thing;  // "tram"; "" of "one in five"
};

/// All that a file tells, in the order of the text. Adds their values to the passages.
std::vector<Odds> read_odds(Metrics& metrics, const ReckoningWords& words);

/// Of those told in the story before a change: where it began, and where it ended. Nothing where
/// there are more, or they are of two things, or the last is told far from the claim.
std::vector<Figure> odds_of(const Metrics& metrics, const std::vector<Odds>& odds,
                            const SaidChange& change);

}  // namespace starlint
