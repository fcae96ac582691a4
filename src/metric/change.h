// The arithmetic of a change: what "from 19.5 to 5 seconds" comes to in percent and in folds, and
// whether a claimed figure is one of them. Pure; formulas: b before, a after,
//   reduction r = 1 - a/b, growth g = a/b - 1, faster s = b/a - 1, folds b/a and a/b.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "metric/extent.h"

namespace starlint {

/// What the words of the claim say happened.
enum class Verb : std::uint8_t {
  Less,    // reduce, cut, save, fewer: r
  More,    // increase, grow: g
  Faster,  // faster, speed-up: s, and r for times, as it is often said
  Better,  // improve, optimise, gain: whatever is good
  Any,     // "change: 40 %"
};
std::string_view name_of(Verb verb);
std::optional<Verb> verb_of(std::string_view name);

/// In what the claim is counted.
enum class Measure : std::uint8_t { Percent, Points, Fold };

struct ChangeClaim {
  Verb verb = Verb::Any;
  Measure measure = Measure::Percent;
  Extent said;           // the claimed figure, as claim_extent() reads it
  double figure = 0;     // as said
  bool as_many = false;  // "3 times as many": no reading of "3 times more" beside it
};

/// A measure before and after, both in one unit.
struct Movement {
  Extent before;
  Extent after;
  double from = 0;  // as said
  double to = 0;
  bool percent = false;  // both are percentages: their difference is in points
  bool time = false;     // both are durations: less is faster
};

/// Every right way to say the change; from the figures as said.
struct Readings {
  double percent_less = 0;    // of a fall; 0 of a rise
  double percent_more = 0;    // of a rise; 0 of a fall
  double percent_faster = 0;  // of a fall: b/a - 1
  double fold = 1;            // the larger over the smaller
  double points = 0;          // of percentages
};
/// REQUIRES: both figures positive.
Readings readings_of(const Movement& movement);

enum class ChangeVerdict : std::uint8_t {
  Ok,
  Impossible,  // nothing falls by more than 100 percent
  Contrary,    // the words say down and the figures up
  Points,      // the difference of two percentages, said in percent
  Inflated,    // fits only a ratio sold as a percentage
  Mismatch,    // fits nothing
};

ChangeVerdict judge(const ChangeClaim& claim, const Movement& movement);
/// Without figures to hold it against: whether the claim can be true of anything.
bool possible(const ChangeClaim& claim);

/// What steps come to together: factors left over multiply. Steps of one verb and measure.
Extent composed(Verb verb, Measure measure, const std::vector<Extent>& steps);
double composed(Verb verb, Measure measure, const std::vector<double>& steps);

}  // namespace starlint
