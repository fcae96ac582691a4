// Whether other figures than those it was held against bear a claimed change out.
#pragma once

#include "claim/grammar/lexicon.h"
#include "metric/metrics.h"

namespace starlint {

/// "Under 30 minutes" bears anything out.
bool is_bound(const Metrics& metrics, Figure figure);

/// Whether another movement of its sentence is what the claim is about.
bool borne_out_here(const Metrics& metrics, const Comparison& comparison, const Lexicon& lexicon);

/// Whether the claim is right from a figure of passage `p` to where the change ended.
bool bears_out(const Metrics& metrics, std::uint32_t p, const Comparison& comparison,
               const Lexicon& lexicon);

}  // namespace starlint
