// The figures of a story that a claimed change must be about, wherever they stand: "Results took
// five hours. … They came after three, so the turnaround got 60 % shorter." The claim may stand in
// the story, or in another text of the same speaker.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "metric/story_notes.h"

namespace starlint {

/// A claimed change and its words. A view.
struct TriedClaim {
  const Metrics* metrics = nullptr;
  std::uint32_t change = 0;         // index into Metrics::changes
  std::vector<std::string> metric;  // telling words of what changed; none where it is not said
  std::vector<std::string> words;   // the same of its sentence

  const SaidChange& said() const { return metrics->changes[change]; }
};

/// The claim of a change by itself. `change` indexes Metrics::changes.
TriedClaim tried_claim(const Metrics& metrics, std::uint32_t change,
                       const MetricVocabulary& vocabulary);

struct TrialResult {
  bool borne_out = false;             // some two figures of the story are what the claim says
  std::optional<Comparison> against;  // else those that it must be about
};
/// `against` has figures of the story; its change is the claim's.
TrialResult try_claim(const TriedClaim& claim, const StoryNotes& notes, const Lexicon& lexicon,
                      const MetricVocabulary& vocabulary);

}  // namespace starlint
