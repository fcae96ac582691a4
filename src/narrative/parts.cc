// The components of a story: what its labels say, and what its sentences show where no label does.
#include <algorithm>
#include <array>

#include "narrative/entries.h"
#include "narrative/story.h"

namespace starlint {

namespace {

constexpr std::array<Slot, 5> kCueSlots = {Slot::Situation, Slot::Task, Slot::Action, Slot::Result,
                                           Slot::Learning};

class PartReader {
 public:
  PartReader(const Page& page, const Story& story) : r_(page), story_(story) {}

  std::vector<Part> read() {
    if (story_.labelled) {
      add_labelled();
      add_opening();
      find_strays();
    }
    count_sentences();
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
    if (is_taken_back(sentence, sign)) return 0;
    float sum = 0;
    for (std::uint32_t i = sentence.first_hit; i < r_.hits_end(sentence); ++i) {
      if (r_.hits[i].signal.sign == sign) sum += r_.hits[i].signal.weight;
    }
    return sum;
  }

  // "Nobody asked me to" sounds like a Task and tells that there was none.
  bool is_taken_back(const Sentence& sentence, Sign sign) const {
    return sign == Sign::Task && r_.shows(sentence, Sign::Unasked);
  }

  // Where each component's cues are, and what they and the shapes of the sentences sum to.
  void weigh_cues() {
    for (const std::uint32_t s : counted_) words_ += r_.sentences[s].words;
    const auto total = static_cast<float>(words_);
    float seen = 0;
    for (const std::uint32_t s : counted_) {
      const Sentence& sentence = r_.sentences[s];
      const float middle = seen + static_cast<float>(sentence.words) / 2;
      seen += static_cast<float>(sentence.words);
      const auto third = std::min<std::size_t>(2, static_cast<std::size_t>(3 * middle / total));
      count_shapes(sentence, third);
      for (std::uint32_t i = sentence.first_hit; i < r_.hits_end(sentence); ++i) {
        const Signal signal = r_.hits[i].signal;
        const auto index = static_cast<std::size_t>(signal.sign);
        if (index >= kCueSlots.size() || is_taken_back(sentence, signal.sign)) continue;
        ++counts_[index][3 - static_cast<std::size_t>(signal.weight)][third];
      }
      for (std::size_t i = 0; i < kCueSlots.size(); ++i) {
        const float w = weight(sentence, static_cast<Sign>(i));
        if (w <= best_[i]) continue;
        best_[i] = w;
        where_[i] = sentence.span;
      }
    }
  }

  // The sentences that tell: no questions, no titles.
  void count_sentences() {
    for (std::uint32_t s = r_.first_sentence[story_.body]; s < r_.first_sentence[story_.end]; ++s) {
      const Sentence& sentence = r_.sentences[s];
      if (!sentence.question && !sentence.heading) counted_.push_back(s);
    }
  }

  // "I was told to …" sounds like a deed and is none; "…, so I rang him" behind it is.
  bool is_deed(const Sentence& sentence) const {
    if (!sentence.deed) return false;
    const auto shows = [&](Sign sign, std::uint32_t offset) {
      for (std::uint32_t i = sentence.first_hit; i < r_.hits_end(sentence); ++i) {
        const auto& [signal, at] = r_.hits[i];
        if (signal.sign == sign && signal.weight >= 3 && at == offset) return true;
      }
      return false;
    };
    bool ordered = false;
    for (std::uint32_t i = sentence.first_hit; i < r_.hits_end(sentence); ++i) {
      const auto& [signal, at] = r_.hits[i];
      if (signal.sign != Sign::Action || signal.weight < 3) continue;
      if (!shows(Sign::Task, at)) return true;
      ordered = true;
    }
    return !ordered;
  }

  // Words before the first cue of a component; kNone without one.
  std::uint32_t first_cue(const Sentence& sentence, Sign sign) const {
    std::uint32_t first = kNone;
    for (std::uint32_t i = sentence.first_hit; i < r_.hits_end(sentence); ++i) {
      const auto& [signal, at] = r_.hits[i];
      if (signal.sign == sign && signal.weight >= 2) first = std::min(first, at);
    }
    return first;
  }

  // "By spring 9 boats sailed, and we won the cup.": a figure at the end, what came of it.
  bool is_outcome(const Sentence& sentence) const {
    const std::uint32_t result = first_cue(sentence, Sign::Result);
    return &sentence == &r_.sentences[counted_.back()] && sentence.self == 0 && sentence.number &&
           result != kNone && result <= first_cue(sentence, Sign::Action);
  }

  void count_shapes(const Sentence& sentence, std::size_t third) {
    deeds_ += is_deed(sentence) && !is_outcome(sentence);
    past_ += sentence.past;
    // "I was asked to" sounds like the speaker acting, and tells the Task.
    acting_ += weight(sentence, Sign::Action) >= 2 && weight(sentence, Sign::Task) < 2 &&
               weight(sentence, Sign::Situation) < 3 && !is_outcome(sentence);
    const bool acts = (sentence.past && sentence.subject) || sentence.opens_past;
    for (auto& counts : counts_) {
      ++counts[static_cast<std::size_t>(acts ? Feature::Act : Feature::Scene)][third];
      if (sentence.number) ++counts[static_cast<std::size_t>(Feature::Number)][third];
    }
    Span& span = thirds_[third];
    span = span.empty() ? sentence.span : hull(span, sentence.span);
  }

  // In words that leave no doubt: when and where, or an opening that is no deed yet, what had to be
  // done, the speaker's own deed, or at the end what came of it.
  bool is_plain(std::size_t index) const {
    const auto& strong = counts_[index][0];
    if (kCueSlots[index] == Slot::Situation) {
      return strong[0] > 0 || !r_.sentences[counted_.front()].deed;
    }
    if (kCueSlots[index] == Slot::Task) return strong[0] + strong[1] + strong[2] > 0;
    if (kCueSlots[index] == Slot::Action) return deeds_ > 0;
    return kCueSlots[index] == Slot::Result && strong[2] > 0;
  }

  // Nothing in the story can be the component, whatever its shapes sum to: it is short and holds no
  // cue of the Task; it is told in the past and nobody acts; it ends with the speaker's own deed.
  bool is_plainly_absent(std::size_t index) const {
    switch (kCueSlots[index]) {
      case Slot::Task:
        return words_ < r_.language->models[index].plain_below && cues(index) == 0;
      case Slot::Action:
        return deeds_ == 0 && acting_ == 0 && past_ >= 2;
      case Slot::Result:
        return ends_with_deed(index);
      default:
        return false;
    }
  }

  // Its strong and medium cues.
  int cues(std::size_t index) const {
    int sum = 0;
    for (std::size_t strength = 0; strength < 2; ++strength) {
      for (const int count : counts_[index][strength]) sum += count;
    }
    return sum;
  }

  // What was learned may stand behind the end of a story.
  bool ends_with_deed(std::size_t index) const {
    const auto last = std::find_if(counted_.rbegin(), counted_.rend(), [&](std::uint32_t s) {
      return weight(r_.sentences[s], Sign::Learning) < 2;
    });
    if (last == counted_.rend()) return false;
    const Sentence& sentence = r_.sentences[*last];
    if (!sentence.deed) return false;
    if (follows_others(r_, sentence)) return false;
    // "Finished at 112 %." opens like a deed and may tell the end.
    return sentence.self > 0 ? weight(sentence, Sign::Result) < 2
                             : sentence.opens_past && cues(index) == 0;
  }

  // Without a model of the language nothing is called absent.
  bool is_present(std::size_t index) const {
    const ComponentModel& model = r_.language->models[index];
    if (!model.fitted) return kCueSlots[index] != Slot::Learning || best_[index] >= 2;
    if (is_plain(index)) return true;
    if (is_plainly_absent(index)) return false;
    constexpr int kCap = 3;  // more of one kind in one third say nothing new
    float sum = model.bias;
    for (std::size_t row = 0; row < kFeatureCount; ++row) {
      for (std::size_t third = 0; third < 3; ++third) {
        sum += model.weights[row][third] *
               static_cast<float>(std::min(kCap, counts_[index][row][third]));
      }
    }
    return sum >= 0;
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
    const bool cued = is_present(index) && best_[index] >= 2;
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
                                  weight(one, Sign::Action) >= 2 && weight(one, Sign::Task) < 2;
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
                      [&](const Sentence& one) { return weight(one, Sign::Result) >= 2; });
      if (ends) return true;
    }
    return false;
  }

  void add_cue(std::size_t index) {
    const Slot slot = kCueSlots[index];
    const bool have = std::any_of(parts_.begin(), parts_.end(),
                                  [&](const Part& part) { return part.slot == slot; });
    if (have || counted_.empty()) return;
    if (story_.labelled && takes_stray(slot)) return;
    if (story_.labelled) {
      if (!is_told_beside_labels(index)) return;
    } else if (story_.hypothetical || !is_present(index)) {
      return;
    }
    constexpr std::array<std::size_t, 5> kUsualThird = {0, 0, 1, 2, 2};
    Part part;
    part.slot = slot;
    part.basis = where_[index].empty() ? Basis::Position : Basis::Cue;
    part.span = where_[index].empty() ? thirds_[kUsualThird[index]] : where_[index];
    if (part.span.empty()) part.span = r_.sentences[counted_.back()].span;
    parts_.push_back(part);
  }

  const Page& r_;
  const Story& story_;
  std::vector<Part> parts_;
  std::vector<std::uint32_t> counted_;  // sentences
  std::vector<std::uint32_t> strays_;   // rows
  std::array<std::array<std::array<int, 3>, kFeatureCount>, 5> counts_{};
  std::uint32_t words_ = 0;  // of these
  std::uint32_t deeds_ = 0;
  std::uint32_t past_ = 0;    // sentences in the past tense
  std::uint32_t acting_ = 0;  // sentences with a cue of the Action and none of what is before it
  std::array<Span, 3> thirds_{};
  std::array<float, 5> best_{};
  std::array<Span, 5> where_{};
};

}  // namespace

std::vector<Part> parts_of(const Page& page, const Story& story) {
  return PartReader(page, story).read();
}

}  // namespace starlint
