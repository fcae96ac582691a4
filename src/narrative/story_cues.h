// What the sentences of a story show of its components, whatever its labels say: cues by strength
// and third, shapes of sentences, and where each component shows best. Values; pure.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "narrative/page.h"
#include "narrative/story.h"

namespace starlint {

/// The components that have cues, by Sign.
inline constexpr std::array<Slot, 5> kCueSlots = {Slot::Situation, Slot::Task, Slot::Action,
                                                  Slot::Result, Slot::Learning};

/// The cues of a component in a sentence, summed.
float weight_of(const Page& page, const Sentence& sentence, Sign sign);

class StoryCues {
 public:
  /// REQUIRES: the page outlives it.
  StoryCues(const Page& page, const Story& story);

  /// Whether there is a sentence that tells: no question, no title.
  bool empty() const { return counted_.empty(); }
  /// Whether the model of the language takes a component, by its place in kCueSlots, for told.
  bool shows(std::size_t index) const;
  /// … and some sentence of itself.
  bool is_cued(std::size_t index) const { return shows(index) && best_[index] >= 2; }
  /// Whether its place comes from a cue, and not from where such a component usually stands.
  bool is_placed(std::size_t index) const { return where_[index] != kNone; }
  /// Where it is told. REQUIRES: not empty().
  Span place_of(std::size_t index) const;

 private:
  void weigh_cues();
  void count_shapes(const Sentence& sentence, std::size_t third);
  bool is_deed(const Sentence& sentence) const;
  std::uint32_t first_cue(const Sentence& sentence, Sign sign) const;
  bool is_outcome(const Sentence& sentence) const;
  bool is_plain(std::size_t index) const;
  bool is_plainly_absent(std::size_t index) const;
  int cues(std::size_t index) const;
  bool tells_no_end(const Sentence& sentence) const;
  bool goes_on_about_others(std::uint32_t at) const;
  bool ends_with_deed(std::size_t index) const;

  const Page& r_;
  std::vector<std::uint32_t> counted_;  // sentences that tell
  std::array<std::array<std::array<int, 3>, kFeatureCount>, kCueSlots.size()> counts_{};
  std::uint32_t words_ = 0;  // of these
  std::uint32_t deeds_ = 0;
  std::uint32_t past_ = 0;    // sentences in the past tense
  std::uint32_t acting_ = 0;  // sentences with a cue of the Action and none of what is before it
  std::array<Span, 3> thirds_{};
  std::array<float, kCueSlots.size()> best_{};
  std::array<std::uint32_t, kCueSlots.size()> where_{};  // sentences, or kNone
};

}  // namespace starlint
