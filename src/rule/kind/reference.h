// How a figure points at what it is of: whether a count takes up things that were spoken of or is
// of all there are, and what became of an amount of money. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "claim/claim.h"
#include "claim/pattern.h"

namespace starlint {

/// "46 shops", "the 46 shops" or "the chain's 46 shops", "all 46 shops".
enum class Reference : std::uint8_t { None, Taken, Whole };

/// REQUIRES: `block` is the text around the claim.
Reference reference_of(std::string_view text, Span block, const Claim& claim,
                       const ClaimPatterns& patterns);

/// What a figure says of being known: "those three weeks of moving", "every one of the 46 shops".
struct Pointing {
  bool back = false;       // at what was told: "the 46 shops", "all 46 shops"
  bool whole = false;      // at all of it
  bool these = false;      // "these 46 shops"
  bool event = false;      // at what is named behind it: "8 weeks for that prototype"
  bool assumed = false;    // it takes for known what it counts: "after nine weeks of moving"
  bool limited = false;    // words behind it say which: "the 46 shops that I visited"
  bool bare = false;       // no word behind it says of what it is: "the 46 were sold"
  std::string limit = {};  // stem of the first of them; "" for a figure
};

/// REQUIRES: `block` is the text around the claim.
Pointing pointing_of(std::string_view text, Span block, const Claim& claim,
                     const ClaimPatterns& patterns);

/// The word class of the words around an amount of money: earned, spent, given …; "" where there
/// is none of them, or several.
std::string_view amount_of(std::string_view text, Span block, const Claim& claim,
                           const ClaimPatterns& patterns);

}  // namespace starlint
