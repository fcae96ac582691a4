// Which rows ask for a story, and which ask for something else.
#include "narrative/reading.h"

namespace starlint {

namespace {

constexpr std::uint32_t kOpening = 5;       // words before a request that still opens a sentence
constexpr std::uint32_t kMaxQuestion = 60;  // words; a longer sentence is no question to answer

Ask stronger(Ask a, Ask b) { return a > b ? a : b; }

Ask ask_of(const Reading& reading, const Sentence& sentence, bool title) {
  Ask ask = sentence.question ? Ask::Question : Ask::Nothing;
  if (sentence.words > kMaxQuestion) return ask;
  for (std::uint32_t i = sentence.first_hit; i < reading.hits_end(sentence); ++i) {
    const Hit& hit = reading.hits[i];
    const bool posed = sentence.question || hit.offset <= kOpening || title;
    // A story may say "I told them about a time when": then the speaker opens the sentence.
    const bool told = !sentence.question && !title && (sentence.self > 0 && sentence.you == 0);
    if (hit.cue.sign == Sign::NotStory && posed) return Ask::NotStory;
    if (hit.cue.sign == Sign::Behavioural && posed && !told) ask = stronger(ask, Ask::Behavioural);
    if (hit.cue.sign == Sign::GeneralPrompt && (sentence.question || title)) {
      ask = stronger(ask, Ask::General);
    }
    if (hit.cue.sign == Sign::Topic && title) ask = stronger(ask, Ask::Topic);
  }
  return ask;
}

}  // namespace

void read_asks(Reading& reading) {
  reading.asks.assign(reading.rows.size(), Ask::Nothing);
  for (std::uint32_t row = 0; row < reading.row_count(); ++row) {
    const Row& line = reading.rows[row];
    const Label* label = reading.label(row);
    if (!line.prose || (label != nullptr && !label->question)) continue;
    Ask ask = Ask::Nothing;
    for (std::uint32_t i = reading.first_sentence[row]; i < reading.first_sentence[row + 1]; ++i) {
      const Ask one = ask_of(reading, reading.sentences[i], line.heading);
      if (one == Ask::NotStory) {
        ask = one;
        break;
      }
      ask = stronger(ask, one);
    }
    reading.asks[row] = ask;
  }
}

}  // namespace starlint
