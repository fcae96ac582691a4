// A change claimed in one place, "cut overdue books by 40 %", held against what another story of
// the same speaker tells: "600 books were overdue … after the year it was 450".
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "metric/story_trial.h"

namespace starlint {

/// The claims of a file that may be told of elsewhere: those that no figures around them bear on,
/// and that were not only wanted.
std::vector<TriedClaim> far_claims(const Metrics& metrics, const MetricVocabulary& vocabulary);

/// Whether a story of the file has figures that a change could be about.
bool measures_something(const Metrics& metrics, std::uint32_t story,
                        const MetricVocabulary& vocabulary);

/// How many words of the claim the story has; 0 where it does not speak of what changed.
std::size_t shared_topic(const TriedClaim& claim, const StoryNotes& notes);

}  // namespace starlint
