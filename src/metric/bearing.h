// Whether other figures than those it was held against bear a claimed change out.
#pragma once

#include "claim/grammar/lexicon.h"
#include "metric/metrics.h"

namespace starlint {

/// Passages; a baseline further up is another story's.
inline constexpr std::uint32_t kFarthest = 100;

/// Whether two passages tell one story, or stand together where nothing has a title.
bool in_one_story(const Metrics& metrics, std::uint32_t a, std::uint32_t b);

/// "Under 30 minutes" bears anything out.
bool is_bound(const Metrics& metrics, Figure figure);

/// Whether all end in one figure: wherever the change began, none of them bears the claim out.
/// REQUIRES: not empty.
bool end_in_one(const std::vector<Comparison>& judged);

/// Whether a figure was only wanted: "they hoped for 30". No claim is borne out by such a figure
/// but one that tells of a plan itself.
bool is_only_wanted(const Metrics& metrics, const SaidChange& change, Figure figure,
                    const ReckoningWords& words);

/// Whether another movement of its sentence is what the claim is about.
bool borne_out_here(const Metrics& metrics, const Comparison& comparison, const Lexicon& lexicon);

/// Whether the claim is right from a figure of passage `p` to where the change ended.
bool bears_out(const Metrics& metrics, std::uint32_t p, const Comparison& comparison,
               const Lexicon& lexicon, const ReckoningWords& words);

/// "40 minutes, then 30, then 20: twice as fast" is right from an earlier figure of the passage;
/// a claim about all steps from one of the story.
bool follows_elsewhere(const Metrics& metrics, const Comparison& comparison, const Lexicon& lexicon,
                       const ReckoningWords& words);

}  // namespace starlint
