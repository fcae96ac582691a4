#include "narrative/story_cues.h"

#include <algorithm>

namespace starlint {

namespace {

// "Nobody asked me to" sounds like a Task and tells that there was none.
bool is_taken_back(const Page& page, const Sentence& sentence, Sign sign) {
  return sign == Sign::Task && page.shows(sentence, Sign::Unasked);
}

// "[write the ending, ask Lea]" below what is told is no part of it.
bool is_place_held(const Page& page, std::uint32_t row) {
  const Row& line = page.rows[row];
  bool placeholder = false;
  return line.first &&
         !is_filled(page, row, row + 1,
                    std::max(line.content.begin, page.outline->blocks[line.block].text.begin),
                    placeholder) &&
         placeholder;
}

}  // namespace

float weight_of(const Page& page, const Sentence& sentence, Sign sign) {
  if (is_taken_back(page, sentence, sign)) return 0;
  float sum = 0;
  for (std::uint32_t i = sentence.first_hit; i < page.hits_end(sentence); ++i) {
    if (page.hits[i].signal.sign == sign) sum += page.hits[i].signal.weight;
  }
  return sum;
}

StoryCues::StoryCues(const Page& page, const Story& story) : r_(page) {
  where_.fill(kNone);
  for (std::uint32_t row = story.body; row < story.end; ++row) {
    const std::uint32_t first = r_.first_sentence[row];
    const std::uint32_t last = r_.first_sentence[row + 1];
    if (first == last || is_place_held(r_, row)) continue;
    for (std::uint32_t s = first; s < last; ++s) {
      const Sentence& sentence = r_.sentences[s];
      if (!sentence.question && !sentence.heading) counted_.push_back(s);
    }
  }
  weigh_cues();
}

// Where each component's cues are, and what they and the shapes of the sentences sum to.
void StoryCues::weigh_cues() {
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
      if (index >= kCueSlots.size() || is_taken_back(r_, sentence, signal.sign)) continue;
      ++counts_[index][3 - static_cast<std::size_t>(signal.weight)][third];
    }
    for (std::size_t i = 0; i < kCueSlots.size(); ++i) {
      const float w = weight_of(r_, sentence, static_cast<Sign>(i));
      // Of several sentences that may be the Result the last one is.
      if (w == 0 || w < best_[i] || (w == best_[i] && kCueSlots[i] != Slot::Result)) continue;
      best_[i] = w;
      where_[i] = s;
    }
  }
}

// "I was told to …" sounds like a deed and is none; "…, so I rang him" behind it is.
bool StoryCues::is_deed(const Sentence& sentence) const {
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
std::uint32_t StoryCues::first_cue(const Sentence& sentence, Sign sign) const {
  std::uint32_t first = kNone;
  for (std::uint32_t i = sentence.first_hit; i < r_.hits_end(sentence); ++i) {
    const auto& [signal, at] = r_.hits[i];
    if (signal.sign == sign && signal.weight >= 2) first = std::min(first, at);
  }
  return first;
}

// "By spring 9 boats sailed, and we won the cup.": a figure at the end, what came of it.
bool StoryCues::is_outcome(const Sentence& sentence) const {
  const std::uint32_t result = first_cue(sentence, Sign::Result);
  return &sentence == &r_.sentences[counted_.back()] && sentence.self == 0 && sentence.number &&
         result != kNone && result <= first_cue(sentence, Sign::Action);
}

void StoryCues::count_shapes(const Sentence& sentence, std::size_t third) {
  deeds_ += is_deed(sentence) && !is_outcome(sentence);
  past_ += sentence.past;
  // "I was asked to" sounds like the speaker acting, and tells the Task.
  acting_ += weight_of(r_, sentence, Sign::Action) >= 2 &&
             weight_of(r_, sentence, Sign::Task) < 2 &&
             weight_of(r_, sentence, Sign::Situation) < 3 && !is_outcome(sentence);
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
bool StoryCues::is_plain(std::size_t index) const {
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
bool StoryCues::is_plainly_absent(std::size_t index) const {
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
int StoryCues::cues(std::size_t index) const {
  int sum = 0;
  for (std::size_t strength = 0; strength < 2; ++strength) {
    for (const int count : counts_[index][strength]) sum += count;
  }
  return sum;
}

// "Lovely girl.", "We would send a survey.": words behind the end of a story that tell no end.
bool StoryCues::tells_no_end(const Sentence& sentence) const {
  constexpr std::uint32_t kFragment = 8;  // words
  constexpr std::uint32_t kRest = 2;      // of one that is cut off before them
  if (r_.shows(sentence, Sign::Result) || sentence.number) return false;
  return sentence.words <= kRest ||
         (!sentence.past && (sentence.words <= kFragment || sentence.modal));
}

// "She shipped the report herself. Moved into my team in May.": what is left out is not "I".
bool StoryCues::goes_on_about_others(std::uint32_t at) const {
  const auto found = std::lower_bound(counted_.begin(), counted_.end(), at);
  if (found == counted_.begin()) return false;
  const Sentence& before = r_.sentences[*(found - 1)];
  return before.past && !before.subject && !before.opens_past && before.self == 0;
}

// What was learned may stand behind the end of a story.
bool StoryCues::ends_with_deed(std::size_t index) const {
  const auto last = std::find_if(counted_.rbegin(), counted_.rend(), [&](std::uint32_t s) {
    const Sentence& sentence = r_.sentences[s];
    return weight_of(r_, sentence, Sign::Learning) < 2 && !tells_no_end(sentence);
  });
  if (last == counted_.rend()) return false;
  const Sentence& sentence = r_.sentences[*last];
  if (!sentence.deed) return false;
  if (follows_others(r_, sentence)) return false;
  // "Finished at 112 %." opens like a deed and may tell the end, "Moved into my team" of others.
  const bool elliptic = sentence.opens_past && !sentence.subject;
  if (elliptic && (sentence.self == 0 || goes_on_about_others(*last))) return cues(index) == 0;
  return sentence.self > 0 && weight_of(r_, sentence, Sign::Result) < 2;
}

// Without a model of the language nothing is called absent.
bool StoryCues::shows(std::size_t index) const {
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

Span StoryCues::place_of(std::size_t index) const {
  constexpr std::array<std::size_t, kCueSlots.size()> kUsualThird = {0, 0, 1, 2, 2};
  if (!is_placed(index)) {
    const Span usual = thirds_[kUsualThird[index]];
    return usual.empty() ? r_.sentences[counted_.back()].span : usual;
  }
  Span told = r_.sentences[where_[index]].span;
  if (kCueSlots[index] != Slot::Result) return told;
  // It goes on until somebody acts or learns: "It was accepted. 112 households were paid."
  for (auto s = std::upper_bound(counted_.begin(), counted_.end(), where_[index]);
       s != counted_.end(); ++s) {
    const Sentence& next = r_.sentences[*s];
    if (next.deed || weight_of(r_, next, Sign::Learning) >= 2) break;
    told = hull(told, next.span);
  }
  return told;
}

}  // namespace starlint
