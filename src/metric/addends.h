// The figures before a claim that may make it together, or of which it may be the rest.
#pragma once

#include <vector>

#include "metric/trial.h"

namespace starlint {

/// A figure in the unit of the claim.
struct Addend {
  std::size_t index;  // in Trial::quantities
  Extent extent;
  double figure;
  bool fraction;  // of the whole: "half of them"
};

/// In the order of the text; what is no part of anything is left out.
std::vector<Addend> addends_of(const Trial& trial);

}  // namespace starlint
