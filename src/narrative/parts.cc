// The components of a story: what its labels say, and what its sentences show where no label does.
#include <algorithm>
#include <array>

#include "narrative/story.h"

namespace starlint {

namespace {

constexpr std::array<Slot, 5> kCueSlots = {Slot::Situation, Slot::Task, Slot::Action, Slot::Result,
                                           Slot::Learning};

class PartReader {
 public:
  PartReader(const Page& page, const Story& story) : r_(page), story_(story) {}

  std::vector<Part> read() {
    if (story_.labelled) add_labelled();
    weigh_cues();
    for (std::size_t i = 0; i < kCueSlots.size(); ++i) add_cue(i);
    std::stable_sort(parts_.begin(), parts_.end(),
                     [](const Part& a, const Part& b) { return a.span.begin < b.span.begin; });
    return std::move(parts_);
  }

 private:
  void add_labelled() {
    for (const LabelledPart& labelled : story_.parts) {
      const Concept& kind = r_.rules->frameworks.concepts[labelled.concept_id];
      const Label& label = r_.labels[labelled.label];
      Part part;
      part.evidence = Evidence::Label;
      part.filled = labelled.filled;
      part.placeholder = labelled.placeholder;
      part.label = label.word;
      part.span = body_of(labelled, label);
      part.slot = kind.slots[0];
      parts_.push_back(part);
      for (std::size_t i = 1; i < kind.slots.size() && labelled.filled; ++i) {
        if (!shows(kind.slots[i], labelled)) continue;
        part.slot = kind.slots[i];
        parts_.push_back(part);
      }
    }
  }

  Span body_of(const LabelledPart& part, const Label& label) const {
    std::uint32_t end = part.end_row;
    while (end > part.row + 1 && !r_.rows[end - 1].prose) --end;
    Span body{label.body, std::max(label.body, r_.rows[end - 1].content.end)};
    // A body that begins on a later line begins there.
    if (label.body >= r_.rows[part.row].content.end && part.filled && part.row + 1 < end) {
      body.begin = r_.rows[part.row + 1].content.begin;
    }
    return body;
  }

  bool shows(Slot slot, const LabelledPart& part) const {
    for (std::size_t i = 0; i < kCueSlots.size(); ++i) {
      if (kCueSlots[i] != slot) continue;
      float sum = 0;
      for (std::uint32_t s = r_.first_sentence[part.row]; s < r_.first_sentence[part.end_row];
           ++s) {
        sum += weight(r_.sentences[s], static_cast<Sign>(i));
      }
      return sum >= 2;
    }
    return true;  // a slot without cues is served by the label itself
  }

  float weight(const Sentence& sentence, Sign sign) const {
    float sum = 0;
    for (std::uint32_t i = sentence.first_hit; i < r_.hits_end(sentence); ++i) {
      if (r_.hits[i].signal.sign == sign) sum += r_.hits[i].signal.weight;
    }
    return sum;
  }

  void weigh_cues() {
    for (std::uint32_t s = r_.first_sentence[story_.body]; s < r_.first_sentence[story_.end]; ++s) {
      const Sentence& sentence = r_.sentences[s];
      if (sentence.question || sentence.heading) continue;
      for (std::size_t i = 0; i < kCueSlots.size(); ++i) {
        const float w = weight(sentence, static_cast<Sign>(i));
        sums_[i] += w;
        if (w > best_[i]) {
          best_[i] = w;
          where_[i] = sentence.span;
        }
      }
    }
  }

  bool labelled(Slot slot) const {
    return std::any_of(story_.parts.begin(), story_.parts.end(), [&](const LabelledPart& part) {
      return r_.rules->frameworks.concepts[part.concept_id].slots[0] == slot;
    });
  }

  void add_cue(std::size_t index) {
    const Slot slot = kCueSlots[index];
    const bool have = std::any_of(parts_.begin(), parts_.end(),
                                  [&](const Part& part) { return part.slot == slot; });
    if (have || where_[index].empty()) return;
    constexpr std::array<float, 5> kEnough = {2, 3, 2, 3, 3};
    if (story_.labelled) {
      // Labels win: beside them only the task is often told without one.
      if (slot != Slot::Task || sums_[index] < kEnough[index]) return;
    } else if (story_.hypothetical) {
      if (slot != Slot::Action) return;
    } else if (sums_[index] < kEnough[index]) {
      return;
    }
    Part part;
    part.slot = slot;
    part.evidence = Evidence::Cue;
    part.span = where_[index];
    parts_.push_back(part);
  }

  const Page& r_;
  const Story& story_;
  std::vector<Part> parts_;
  std::array<float, 5> sums_{};
  std::array<float, 5> best_{};
  std::array<Span, 5> where_{};
};

}  // namespace

std::vector<Part> parts_of(const Page& page, const Story& story) {
  return PartReader(page, story).read();
}

}  // namespace starlint
