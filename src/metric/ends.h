// Whether two figures may be where a claimed change began and ended.
#pragma once

#include "claim/grammar/lexicon.h"
#include "metric/metrics.h"

namespace starlint {

/// False where the measure moved the other way, and where nobody would be that wrong.
bool moves_as_claimed(const ChangeClaim& claim, const Movement& movement);

/// False where their units do not go together, where they moved the other way, and where nobody
/// would be that wrong. `change` indexes Metrics::changes.
bool may_be_ends(const Metrics& metrics, std::uint32_t change, Figure before, Figure after,
                 const Lexicon& lexicon, const ReckoningWords& words);

/// Whether the dates of their sentences say that `before` was measured after `after`: "In 2022 we
/// had 31,000. In 2019 it was 24,800."
bool are_reversed(const Metrics& metrics, Figure before, Figure after);

}  // namespace starlint
