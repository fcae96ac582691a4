// A change claimed in one place, "cut overdue books by 40 %", held against what another story of
// the same speaker tells: "600 books were overdue … after the year it was 450".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "metric/metrics.h"
#include "metric/vocabulary.h"

namespace starlint {

/// What one story of a file tells. A view.
struct StoryNotes {
  const Metrics* metrics = nullptr;
  std::uint32_t story = kNone;          // as Metrics::stories has it
  std::vector<std::uint32_t> passages;  // in order
  std::vector<std::string> words;       // folded, of all of them; no glue, no generic names
};

/// The stories of a file, in order; what stands in none is one of them where it is short.
std::vector<StoryNotes> notes_of(const Metrics& metrics, const MetricVocabulary& vocabulary);

/// A claimed change by itself: no figures around it bear on it.
struct FarClaim {
  const Metrics* metrics = nullptr;
  std::uint32_t change = 0;         // index into Metrics::changes
  std::vector<std::string> metric;  // folded words of what changed
  std::vector<std::string> words;   // the same of its sentence
  bool named = false;               // what changed is said; else `metric` has all of `words`

  const SaidChange& said() const { return metrics->changes[change]; }
};

/// The claims of a file that may be told of elsewhere: not those that were only wanted.
std::vector<FarClaim> far_claims(const Metrics& metrics, const MetricVocabulary& vocabulary);

/// How many words of the claim the story has; 0 where it does not speak of what changed.
std::size_t shared_topic(const FarClaim& claim, const StoryNotes& notes);

struct FarFigures {
  bool borne_out = false;             // some two figures of the story are what the claim says
  std::optional<Comparison> against;  // else those that it must be about
};
/// `against` has figures of the story, and no meaning for its change.
FarFigures weigh_far(const FarClaim& claim, const StoryNotes& notes, const Lexicon& lexicon,
                     const MetricVocabulary& vocabulary);

}  // namespace starlint
