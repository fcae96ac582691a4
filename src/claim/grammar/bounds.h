// Amounts with their hedges and ranges: "about 3 hours", "more than 30", "10+ years", "8-12%",
// "between 7 and 11", "greater than 15 and smaller than 40".
#pragma once

#include <optional>

#include "claim/grammar/amount.h"

namespace starlint {

/// The amount that begins at token `i`. A bound on a bare number becomes a Range that includes the
/// words of the bound; hedges of every other kind stay outside the span.
std::optional<Amount> read_bounded(const Cursor& cursor, std::size_t i);

}  // namespace starlint
