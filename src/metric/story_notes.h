// What a story tells, as passages and as the words that say of what: by them a claim finds its
// story.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "metric/metrics.h"
#include "metric/vocabulary.h"

namespace starlint {

/// What one story of a file tells. A view.
struct StoryNotes {
  const Metrics* metrics = nullptr;
  std::uint32_t story = kNone;          // as Metrics::stories has it
  std::vector<std::uint32_t> passages;  // in order
  std::vector<std::string> words;       // telling ones, of all of them
};

/// The stories of a file, in order; what stands in none is one of them where it is short.
std::vector<StoryNotes> notes_of(const Metrics& metrics, const MetricVocabulary& vocabulary);

/// The story that a passage stands in, without its words.
StoryNotes notes_around(const Metrics& metrics, std::uint32_t passage);

/// Words of masked text that tell what is spoken of, folded, in order: no glue, no generic names of
/// measures, no periods.
std::vector<std::string> telling_words(std::string_view masked, const MetricVocabulary& vocabulary);

/// How many of the words the others have.
std::size_t shared_words(const std::vector<std::string>& some, const std::vector<std::string>& all);

}  // namespace starlint
