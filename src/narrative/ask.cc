// Which rows ask for a story, and which ask for something else.
#include "narrative/page.h"

namespace starlint {

namespace {

constexpr std::uint32_t kOpening = 5;       // words before a request that still opens a sentence
constexpr std::uint32_t kMaxQuestion = 60;  // words; a longer sentence is no question to answer

Ask stronger(Ask a, Ask b) { return a > b ? a : b; }

Ask ask_of(const Page& page, const Sentence& sentence, bool title) {
  Ask ask = sentence.question ? Ask::Question : Ask::Nothing;
  if (sentence.words > kMaxQuestion) return ask;
  for (std::uint32_t i = sentence.first_hit; i < page.hits_end(sentence); ++i) {
    const Hit& hit = page.hits[i];
    const bool posed = sentence.question || hit.offset <= kOpening || title;
    // A story may say "I told them about a time when": then the speaker opens the sentence.
    const bool told = !sentence.question && !title && (sentence.self > 0 && sentence.you == 0);
    if (hit.signal.sign == Sign::NotStory && posed) return Ask::NotStory;
    if (hit.signal.sign == Sign::Behavioural && posed && !told)
      ask = stronger(ask, Ask::Behavioural);
    if (hit.signal.sign == Sign::GeneralPrompt && (sentence.question || title)) {
      ask = stronger(ask, Ask::General);
    }
    if (hit.signal.sign == Sign::Topic && title) ask = stronger(ask, Ask::Topic);
  }
  return ask;
}

}  // namespace

void read_asks(Page& page) {
  page.asks.assign(page.rows.size(), Ask::Nothing);
  for (std::uint32_t row = 0; row < page.row_count(); ++row) {
    const Row& line = page.rows[row];
    const Label* label = page.label(row);
    if (!line.prose || (label != nullptr && !label->question)) continue;
    Ask ask = Ask::Nothing;
    for (std::uint32_t i = page.first_sentence[row]; i < page.first_sentence[row + 1]; ++i) {
      const Ask one = ask_of(page, page.sentences[i], line.heading);
      if (one == Ask::NotStory) {
        ask = one;
        break;
      }
      ask = stronger(ask, one);
    }
    page.asks[row] = ask;
  }
}

}  // namespace starlint
