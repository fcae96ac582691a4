// Shares told in words, "one in four", "nine out of ten", "a quarter of them", and what a share is
// a share of.
#pragma once

#include <optional>

#include "metric/trial.h"

namespace starlint {

struct ToldRatio {
  double share = 0;                 // of one
  double part = 0;                  // the "nine" of "nine out of ten"; 0 of a fraction
  const Quantity* whole = nullptr;  // the "four" of "one in four"; none of a fraction
};
/// What the claim says where it is such a share, and nothing else is told of it.
std::optional<ToldRatio> told_ratio(const Trial& trial);

/// What it may stand for: "one in four" is anything that is no other such share.
Extent extent_of(const ToldRatio& ratio);

/// What the claim should have said, in its own words: `wrong` holds percent.
void tell_in_words(const Trial& trial, const ToldRatio& ratio, WrongResult& wrong);

/// A fraction or a percentage below a hundred, of one; nothing of all else.
std::optional<Extent> share_of_one(const Value& value);

/// Whether nothing more is told of what stands before `at`, in masked text: "of them", the end of
/// the clause.
bool ends_at(const Trial& trial, std::uint32_t at);

}  // namespace starlint
