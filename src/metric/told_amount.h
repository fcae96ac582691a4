// A claimed change that is told with its amount, "18,000 less, or 25 %": held against what the
// amount is a part of.
#pragma once

#include <optional>

#include "metric/counted.h"

namespace starlint {

/// Nothing where no amount is told, or where several figures told before may be what it is a part
/// of. `change` indexes Metrics::changes.
std::optional<Comparison> compare_amount(const Metrics& metrics, std::uint32_t change,
                                         const Lexicon& lexicon, const ReckoningWords& words,
                                         Counted& counted);

}  // namespace starlint
