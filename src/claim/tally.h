// Parts and wholes: do the roles make the team, do the shares make 100, can a share of few things
// be that percentage.
#pragma once

#include <cstdint>
#include <vector>

#include "claim/reading.h"

namespace starlint {

enum class Tally : std::uint8_t {
  Tie,
  OffByOne,   // one too few or too many: the speaker, counted twice or not at all
  Short,      // the parts make less than the whole
  TooMany,    // the parts make more than the whole
  Unrelated,  // too far away to have been meant as a sum
};

struct Sum {
  Tally tally = Tally::Unrelated;
  Bounds parts;  // what the parts make together
};

/// People, or other things that are counted. The parts as given; whoever counts the speaker in adds
/// a part of one.
Sum check_sum(const std::vector<Value>& parts, const Value& total);

/// Shares of one whole in percent against 100, each with its rounding. Never OffByOne.
Sum check_split(const std::vector<Value>& shares);

/// Whether some whole number of `count` things is `percent` of them, to a last digit of `unit`
/// points. (Brown and Heathers, "The GRIM test", 2017.)
bool share_possible(double percent, double unit, int count);

}  // namespace starlint
