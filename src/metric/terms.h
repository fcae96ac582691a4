// The figures that a product may be made of: those around the claim, what lies between two of one
// measure ("8.0 litres, now 7.2"), and counts told earlier in the story of what they are told of
// ("each of the drivers").
#pragma once

#include <cstddef>
#include <vector>

#include "metric/trial.h"

namespace starlint {

struct ProductTerm {
  Quantity quantity;
  Typed typed;
  Extent extent;
  std::vector<Figure> figures;  // two of a difference
  std::size_t index = kNone;    // in Trial::quantities; kNone of all that does not stand there
  bool at_rates = false;        // a difference of figures told of a stretch of time: "a month"

  const Value& value() const { return typed.value; }
  bool difference() const { return figures.size() > 1; }
};

/// "2,500 metres of cable, 25 kilometres": one measure, off by a power of ten.
bool is_slip(const Lexicon& lexicon, const Value& value, const Value& said);

/// In the order of the notes, what is no figure of the passage behind the others.
std::vector<ProductTerm> terms_of(const Trial& trial);

}  // namespace starlint
