// The components of a story: what its labels say, and what its sentences show where no label does.
#include <algorithm>

#include "narrative/entries.h"
#include "narrative/story.h"
#include "narrative/story_cues.h"

namespace starlint {

namespace {

class PartReader {
 public:
  PartReader(const Page& page, const Story& story) : r_(page), story_(story), cues_(page, story) {}

  std::vector<Part> read() {
    if (story_.labelled) {
      add_labelled();
      add_opening();
      find_strays();
    }
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
      part.basis = Basis::Label;
      part.filled = labelled.filled;
      part.placeholder = labelled.placeholder;
      part.label = label.word;
      part.span = body_of(labelled, label);
      part.slot = kind.slots[0];
      parts_.push_back(part);
      for (std::size_t i = 1; i < kind.slots.size() && labelled.filled; ++i) {
        if (kind.slots[i] == Slot::Result) continue;  // only behind an Action
        // A cause stands for the situation, a problem for the task, where nothing else does.
        if (has_label(kind.slots[i]) && !shows(kind.slots[i], labelled)) continue;
        part.slot = kind.slots[i];
        parts_.push_back(part);
      }
    }
  }

  // What is told before the first label, under a title, is the Situation that no label names.
  void add_opening() {
    constexpr std::uint32_t kEnough = 12;  // words
    const std::uint32_t label = story_.parts.front().row;
    if (has_label(Slot::Situation) || story_.body >= label) return;
    const ProseEvidence evidence = weigh(r_, story_.body, label);
    if (evidence.words < kEnough || evidence.past == 0) return;
    Part part;
    part.slot = Slot::Situation;
    part.basis = Basis::Position;
    part.span = {r_.sentences[r_.first_sentence[story_.body]].span.begin,
                 r_.sentences[r_.first_sentence[label] - 1].span.end};
    parts_.push_back(part);
  }

  Span body_of(const LabelledPart& part, const Label& label) const {
    std::uint32_t end = part.end_row;
    while (end > part.row + 1 && !r_.rows[end - 1].prose) --end;
    Span body{label.body, std::max(label.body, r_.rows[end - 1].content.end)};
    // A body that begins on a later line begins there.
    const bool said = part.filled || part.placeholder;
    if (label.body >= r_.rows[part.row].content.end && said && part.row + 1 < end) {
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
        sum += weight_of(r_, r_.sentences[s], static_cast<Sign>(i));
      }
      return sum >= 2;
    }
    return true;  // a slot without cues is served by the label itself
  }

  bool has_label(Slot slot) const {
    return std::any_of(story_.parts.begin(), story_.parts.end(), [&](const LabelledPart& part) {
      return r_.rules->frameworks.concepts[part.concept_id].slots[0] == slot;
    });
  }

  // Titles of the author's own between the first label and the last: "*My moves:* …".
  void find_strays() {
    for (std::uint32_t row = story_.parts.front().row; row < story_.parts.back().row; ++row) {
      const Span title = r_.label(row) == nullptr ? run_in_title(r_, row) : Span{};
      if (title.empty() || title.begin == 0) continue;
      const char mark = r_.text->utf8()[title.begin - 1];
      if (mark == '*' || mark == '_') strays_.push_back(row);
    }
  }

  // Each of them tells a component that no label names, in the usual order.
  bool takes_stray(Slot slot) {
    if (slot != Slot::Task && slot != Slot::Action) return false;
    const bool leaves_action = slot == Slot::Task && !has_label(Slot::Action);
    if (strays_.size() <= (leaves_action ? 1U : 0U)) return false;
    Part part;
    part.slot = slot;
    part.basis = Basis::Position;
    part.span = r_.rows[strays_.front()].content;
    parts_.push_back(part);
    strays_.erase(strays_.begin());
    return true;
  }

  // Labels win: beside them only the Task is often told without one. But where they name only the
  // setting, the story goes on without labels, and what was done may stand under the Task.
  bool is_told_beside_labels(std::size_t index) const {
    const bool cued = cues_.is_cued(index);
    switch (kCueSlots[index]) {
      case Slot::Task:
        return cued;
      case Slot::Action:
        return (only_setting() && cued) || acts_beside_labels();
      case Slot::Result:
        return (only_setting() && cued) || ends_below_points();
      default:
        return false;
    }
  }

  std::uint32_t first_sentence(std::uint32_t row) const { return r_.first_sentence[row]; }

  bool only_setting() const {
    constexpr std::uint32_t kGoesOn = 3;  // sentences behind the last label
    const std::uint32_t last = story_.parts.back().row;
    return !has_label(Slot::Action) && !has_label(Slot::Result) &&
           first_sentence(story_.end) - first_sentence(last) >= kGoesOn;
  }

  // The speaker's own deeds in front of all labels, or under that of the Task.
  bool acts_beside_labels() const {
    const auto acts = [&](std::uint32_t from, std::uint32_t to) {
      return std::any_of(r_.sentences.begin() + first_sentence(from),
                         r_.sentences.begin() + first_sentence(to), [&](const Sentence& one) {
                           return !one.question && !one.heading && one.deed &&
                                  weight_of(r_, one, Sign::Action) >= 2 &&
                                  weight_of(r_, one, Sign::Task) < 2;
                         });
    };
    if (acts(story_.body, story_.parts.front().row)) return true;
    return std::any_of(story_.parts.begin(), story_.parts.end(), [&](const LabelledPart& part) {
      const Slot slot = r_.rules->frameworks.concepts[part.concept_id].slots[0];
      // "Before: …", told in some lines, and "After: …"
      const bool goes_on = slot == Slot::Situation && !has_label(Slot::Task);
      return (slot == Slot::Task && acts(part.row, part.end_row)) ||
             (goes_on && acts(std::min(part.row + 1, part.end_row), part.end_row));
    });
  }

  // "What I did:" over points, and a paragraph behind them that tells what came of it.
  bool ends_below_points() const {
    bool points = false;
    for (std::uint32_t row = story_.parts.back().row; row < story_.end; ++row) {
      const Row& line = r_.rows[row];
      const BlockKind kind = r_.outline->blocks[line.block].kind;
      points = points || kind == BlockKind::ListItem;
      if (!points || kind != BlockKind::Paragraph) continue;
      const bool ends =
          std::any_of(r_.sentences.begin() + first_sentence(row),
                      r_.sentences.begin() + first_sentence(row + 1),
                      [&](const Sentence& one) { return weight_of(r_, one, Sign::Result) >= 2; });
      if (ends) return true;
    }
    return false;
  }

  void add_cue(std::size_t index) {
    const Slot slot = kCueSlots[index];
    const bool have = std::any_of(parts_.begin(), parts_.end(),
                                  [&](const Part& part) { return part.slot == slot; });
    if (have || cues_.empty()) return;
    if (story_.labelled && takes_stray(slot)) return;
    if (story_.labelled) {
      if (!is_told_beside_labels(index)) return;
    } else if (story_.hypothetical || !cues_.shows(index)) {
      return;
    }
    Part part;
    part.slot = slot;
    part.basis = cues_.is_placed(index) ? Basis::Cue : Basis::Position;
    part.span = cues_.place_of(index);
    parts_.push_back(part);
  }

  const Page& r_;
  const Story& story_;
  const StoryCues cues_;
  std::vector<Part> parts_;
  std::vector<std::uint32_t> strays_;  // rows
};

}  // namespace

std::vector<Part> parts_of(const Page& page, const Story& story) {
  return PartReader(page, story).read();
}

}  // namespace starlint
