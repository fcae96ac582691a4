// What sets two figures apart that are told in like words: their values, and what their sentences
// say of whose, which and when. Pure.
#pragma once

#include <string>
#include <vector>

#include "rule/kind/told.h"

namespace starlint {

/// Of two sorted lists: both say something, and nothing that is the same.
bool apart(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// Both name times, and none of one overlaps one of the other.
bool times_apart(const std::vector<Span>& a, const std::vector<Span>& b);

/// Of the larger to the smaller one, from 1; without bound where one is 0.
double ratio(const Value& a, const Value& b);

/// So few are counted anew in each sentence.
bool is_few(const Value& a, const Value& b);

/// Counts are exact; and "20,000" is no rounding of "12,000", though its last digit allows it.
bool differ(const Value& a, const Value& b);

/// "40 seats … 20 more … the 60 seats". REQUIRES: of one file, `a` first.
bool adds_up(const Told& a, const Told& b);

/// Both were read as one exact attribute: a rule of its own compares them.
bool has_own_rule(const Told& a, const Told& b);

/// Their sentences name other people, items, times or rates, or tell of then and of now.
bool set_apart(const Told& a, const Told& b);
/// The same, whatever times they name.
bool of_other_things(const Told& a, const Told& b);

}  // namespace starlint
