// Whether two like figures of a story, whichever they are, bear a claimed change out: an honest
// claim need not stand beside its figures.
#pragma once

#include "metric/counted.h"

namespace starlint {

/// Figures in one unit that count things of one name, the last of them in the sentence that claims
/// the change or in that of the pair it was held against; where the claim is told of each of
/// something ("per order"), also what two such pairs come to divided by each other.
bool like_figures_bear_out(const Metrics& metrics, const Comparison& held, const Lexicon& lexicon,
                           const MetricVocabulary& vocabulary, Counted& counted);

/// Where the claim is told ahead of all figures like those it may be about, "70 % off the backlog":
/// what may have led to the last of them, of the sentences that name its measure; where none does,
/// the only such pair. `named` are the words that name it.
std::vector<FigurePair> pairs_behind(const Metrics& metrics, std::uint32_t change,
                                     const std::vector<std::string>& named, const Lexicon& lexicon,
                                     const MetricVocabulary& vocabulary, Counted& counted);

}  // namespace starlint
