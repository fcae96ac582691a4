// What the figures of a file count, and whether two of them may be of one measure.
#pragma once

#include <map>
#include <vector>

#include "metric/quantity.h"

namespace starlint {

/// Two figures that a change may lead between.
struct FigurePair {
  Figure before;
  Figure after;
};

/// The quantities of each passage, read when first asked for. Not thread-safe.
class Counted {
 public:
  /// REQUIRES: both outlive it.
  Counted(const Metrics& metrics, const ReckoningWords& words) : metrics_(metrics), words_(words) {}

  const std::vector<Quantity>& in(std::uint32_t passage);
  /// False for "100 complaints" and "11 branches": the one did not become the other.
  bool alike(Figure a, Figure b);
  /// "Half past eight", "ten to one": small numbers that count nothing.
  bool are_hours(Figure a, Figure b);
  /// Whether the one may be where a change began that ended in the other, for their units alone:
  /// not few things, which are counted for many reasons, and not time or money where something else
  /// is said to have changed. `unnamed`: nothing is; `lone`: the change can have ended in nothing
  /// else.
  bool measure_alike(Figure before, Figure after, bool unnamed, bool lone);
  /// Whether both are told of one period: "3 an hour", "5 an hour".
  bool at_one_rate(Figure a, Figure b);
  /// Whether it is told of each of something, or measures it: not an amount of money or things in
  /// all.
  bool of_each(Figure figure);
  /// Whether both count the same things in one period: "50 orders a day", "90 orders a day".
  bool told_as_one(Figure a, Figure b);
  /// Whether both count things of one name.
  bool of_one_name(Figure a, Figure b);
  /// Whether what is counted is said.
  bool has_noun(Figure figure);

 private:
  const Quantity* of(Figure figure);
  /// "Ninety times"
  bool repeats(Figure figure) const;

  const Metrics& metrics_;
  const ReckoningWords& words_;
  std::map<std::uint32_t, std::vector<Quantity>> by_passage_;
};

}  // namespace starlint
