// How a figure points at what it is of: whether a count takes up things that were spoken of or is
// of all there are, and what became of an amount of money. Pure.
#pragma once

#include <cstdint>
#include <string_view>

#include "claim/claim.h"
#include "claim/pattern.h"

namespace starlint {

/// "46 shops", "the 46 shops" or "the chain's 46 shops", "all 46 shops".
enum class Reference : std::uint8_t { None, Taken, Whole };

/// REQUIRES: `block` is the text around the claim.
Reference reference_of(std::string_view text, Span block, const Claim& claim,
                       const ClaimPatterns& patterns);

/// The word class of the words around an amount of money: earned, spent, given …; "" where there
/// is none of them, or several.
std::string_view amount_of(std::string_view text, Span block, const Claim& claim,
                           const ClaimPatterns& patterns);

}  // namespace starlint
