#include "metric/story_notes.h"

#include <algorithm>
#include <map>

#include "metric/bearing.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr std::size_t kMostLoose = 16;  // passages outside of all stories that are read as one

}  // namespace

std::vector<StoryNotes> notes_of(const Metrics& metrics, const MetricVocabulary& vocabulary) {
  std::map<std::uint32_t, StoryNotes> stories;
  for (std::uint32_t p = 0; p < metrics.passages.size(); ++p) {
    StoryNotes& notes = stories[metrics.stories[p]];
    notes.metrics = &metrics;
    notes.story = metrics.stories[p];
    notes.passages.push_back(p);
    for (std::string& word : telling_words(metrics.passages[p].masked.text(), vocabulary)) {
      notes.words.push_back(std::move(word));
    }
  }
  std::vector<StoryNotes> out;
  for (auto& [story, notes] : stories) {
    if (story != kNone || notes.passages.size() <= kMostLoose) out.push_back(std::move(notes));
  }
  return out;
}

StoryNotes notes_around(const Metrics& metrics, std::uint32_t passage) {
  StoryNotes notes{&metrics, metrics.stories[passage], {}, {}};
  const auto all = static_cast<std::uint32_t>(metrics.passages.size());
  const std::uint32_t first = passage - std::min(passage, kFarthest);
  for (std::uint32_t p = first; p < std::min(all, passage + kFarthest); ++p) {
    if (in_one_story(metrics, passage, p)) notes.passages.push_back(p);
  }
  return notes;
}

std::vector<std::string> telling_words(std::string_view masked,
                                       const MetricVocabulary& vocabulary) {
  const ReckoningWords& words = vocabulary.reckoning();
  std::vector<std::string> out = folded_words(masked);
  std::erase_if(out, [&](const std::string& word) {
    return word.size() < 2 || vocabulary.glue(word) || vocabulary.generic(word) ||
           words.stop(word) || words.period(word) > 0 || words.adverb(word) > 0;
  });
  return out;
}

std::size_t shared_words(const std::vector<std::string>& some,
                         const std::vector<std::string>& all) {
  return static_cast<std::size_t>(std::count_if(
      some.begin(), some.end(), [&](const std::string& word) { return holds_word(all, word); }));
}

}  // namespace starlint
