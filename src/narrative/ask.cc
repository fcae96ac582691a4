// Which rows ask for a story, and which ask for something else.
#include <algorithm>

#include "base/strings.h"
#include "narrative/page.h"
#include "narrative/section.h"
#include "narrative/story.h"
#include "outline/line.h"

namespace starlint {

namespace {

constexpr std::uint32_t kOpening = 5;       // words before a request that still opens a sentence
constexpr std::uint32_t kMaxRequest = 120;  // words of a request with its further questions
constexpr std::uint32_t kNamed = 6;         // words of a question that only names a kind of story
constexpr std::uint32_t kNaming = 2;        // words before the kind in it: "your biggest failure?"
constexpr std::uint32_t kBid = 12;          // words of a request that does not say "you"
constexpr std::uint32_t kFollowUp = 6;  // words of a further question, if it is not about the past
constexpr std::uint32_t kMarks = 4;     // bytes of quotes or emphasis before the first word
constexpr std::uint32_t kMaxQuestion = 60;  // words; a longer sentence is no question to answer
constexpr std::uint32_t kSpeaking = 3;      // words before a request that is only spoken of

Ask stronger(Ask a, Ask b) { return a > b ? a : b; }

// 'The recruiter said to prepare "tell me about a time …"' only speaks of a request: from that word
// on it asks nothing; kNone where it asks. A colon before the quotation announces it.
std::uint32_t spoken_of_from(const Page& page, const Sentence& sentence) {
  const std::string_view text = page.slice(sentence.span);
  const std::size_t quote = std::min(text.find('"'), text.find("\u201C"));
  if (quote == std::string_view::npos) return kNone;
  const std::string_view before = trim(text.substr(0, quote));
  if (before.empty() || before.ends_with(':')) return kNone;
  const auto words = static_cast<std::uint32_t>(1 + std::count(before.begin(), before.end(), ' '));
  return words >= kSpeaking ? words : kNone;
}

Ask ask_of(const Page& page, const Sentence& sentence, bool title) {
  Ask ask = sentence.question ? Ask::Question : Ask::Nothing;
  if (sentence.words > kMaxQuestion) return ask;
  const std::uint32_t spoken_of = title ? kNone : spoken_of_from(page, sentence);
  for (std::uint32_t i = sentence.first_hit; i < page.hits_end(sentence); ++i) {
    const Hit& hit = page.hits[i];
    if (hit.offset >= spoken_of) break;
    const bool posed = sentence.question || hit.offset <= kOpening || title;
    // "There was a time when …" tells; a request without a question mark speaks to somebody or
    // opens with its verb.
    const bool asked =
        sentence.question || title || (sentence.you > 0 && sentence.self < 2) ||
        (hit.offset <= 1 && (sentence.self == 0 || (sentence.self < 2 && !sentence.past))) ||
        (hit.offset == 0 && (!sentence.past || opens_instruction(page, sentence.span)));
    if (hit.signal.sign == Sign::NotStory && posed) return Ask::NotStory;
    if (hit.signal.sign == Sign::NotStoryTitle && title) return Ask::NotStory;
    if (hit.signal.sign == Sign::Behavioural && posed && asked)
      ask = stronger(ask, Ask::Behavioural);
    const bool bids = hit.offset == 0 && asked;  // "Tell us about the team."
    if (hit.signal.sign == Sign::GeneralPrompt && (sentence.question || title || bids)) {
      ask = stronger(ask, Ask::General);
    }
    if (hit.signal.sign == Sign::Topic && title) ask = stronger(ask, Ask::Topic);
    // "Conflict with a manager?"
    if (hit.signal.sign == Sign::Topic && title && sentence.question && hit.offset <= kNaming &&
        sentence.words <= kNamed) {
      ask = stronger(ask, Ask::Behavioural);
    }
  }
  return ask;
}

// What a block asks as a whole. A paragraph that tells something and wonders on the way asks
// nothing.
Ask ask_of_block(const Page& page, std::uint32_t first, std::uint32_t last, bool title) {
  Ask ask = Ask::Nothing;
  std::uint32_t asking = 0;
  std::uint32_t words = 0;
  bool tells = false;
  for (std::uint32_t i = first; i < last; ++i) {
    const Sentence& sentence = page.sentences[i];
    const Ask one = ask_of(page, sentence, title);
    if (one == Ask::NotStory) return one;
    asking += one != Ask::Nothing;
    tells = tells || (one == Ask::Nothing && sentence.past && sentence.subject);
    words += page.sentences[i].words;
    ask = stronger(ask, one);
  }
  if (title) return ask;
  const bool ends_asking =
      last > first && ask_of(page, page.sentences[last - 1], false) != Ask::Nothing;
  const bool mostly =
      (asking * 2 >= last - first && !tells) || (ends_asking && ask == Ask::Behavioural);
  return mostly && words <= kMaxRequest ? ask : Ask::Nothing;
}

// Whether its line goes on as the next row: behind bold type.
bool goes_on_behind(const Page& page, std::uint32_t row) {
  return row + 1 < page.row_count() && page.rows[row].span.end == page.rows[row + 1].span.begin;
}

// "Hardest project" over points; "Led the project" over points is one of a résumé.
bool names_points(const Page& page, std::uint32_t row) {
  const std::uint32_t first = page.first_sentence[row];
  return heads_item(page, row) && first < page.first_sentence[row + 1] &&
         !page.sentences[first].opens_past && page.sentences[first].words <= kNamed;
}

// "6) how do you handle stress", and its answer on the next line.
bool opens_numbered_request(const Page& page, std::uint32_t row) {
  const Row& line = page.rows[row];
  const Block& block = page.outline->blocks[line.block];
  const Sentence& first = page.sentences[page.first_sentence[row]];
  const Line shape = shape_line(page.text->utf8(), line.span);
  return line.first && block.kind == BlockKind::ListItem && first.words <= kBid &&
         read_marker(page.text->utf8(), shape.begin, shape.end).kind == MarkerKind::Number &&
         page.first_sentence[row + 1] == page.first_sentence[row] + 1;
}

// A request that ends with its line, in a paragraph that goes on: the answer begins on the next.
bool asks_alone(const Page& page, std::uint32_t row) {
  const std::uint32_t first = page.first_sentence[row];
  const std::uint32_t last = page.first_sentence[row + 1];
  if (first == last || last >= page.sentences.size()) return false;
  const Sentence& answer = page.sentences[last];
  const Row& below = page.rows[row + 1];
  const Label* label = page.label(row);  // "Q: how do you learn"
  const bool posed = goes_on_behind(page, row) || (label != nullptr && label->question) ||
                     opens_numbered_request(page, row);
  const Ask ask = ask_of_block(page, first, last, posed);
  return answer.row == row + 1 && answer.span.begin <= below.content.begin + kMarks &&
         (ask == Ask::Behavioural || (posed && ask >= Ask::Question));
}

// The next request, on a line of its own in a paragraph that answers the last one.
bool opens_request(const Page& page, std::uint32_t row) {
  const Row& line = page.rows[row];
  const std::uint32_t first = page.first_sentence[row];
  return line.ends_early && line.block == page.rows[row - 1].block &&
         first < page.first_sentence[row + 1] &&
         page.sentences[first].span.begin <= line.content.begin + kMarks && asks_alone(page, row);
}

// "Tell me about a conflict. My manager wanted …": the request ends with its sentences, which count
// as questions from then on.
bool answers_itself(Page& page, std::uint32_t row, std::uint32_t end) {
  std::uint32_t at = page.first_sentence[row];
  const std::uint32_t last = page.first_sentence[end];
  if (at == last) return false;
  const Sentence& request = page.sentences[at];
  const bool bids = request.question || request.you > 0 || (!request.past && request.words <= kBid);
  if (request.row != row || !bids || ask_of(page, request, false) != Ask::Behavioural) return false;
  const std::uint32_t first = at;
  while (at < last && ask_of(page, page.sentences[at], false) != Ask::Nothing) ++at;
  const bool told = std::any_of(
      page.sentences.begin() + at, page.sentences.begin() + last,
      [](const Sentence& answer) { return answer.past && answer.subject && !answer.question; });
  if (!told) return false;
  for (std::uint32_t s = first; s < at; ++s) page.sentences[s].question = true;
  return true;
}

// "Competency: working together", "Q: conflict with a colleague": a mark of a question before a few
// words that ask nothing.
bool names_theme(const Page& page, std::uint32_t row, std::uint32_t end) {
  const std::uint32_t first = page.first_sentence[row];
  return page.asks[row] == Ask::Nothing && page.first_sentence[end] == first + 1 &&
         page.sentences[first].words <= kNamed && !page.sentences[first].past;
}

// "(for \"walk me through something you built\")" speaks of a request.
bool is_aside(const Page& page, std::uint32_t row) {
  const std::string_view line = page.slice(page.rows[row].content);
  return line.starts_with('(') && line.ends_with(')');
}

// Whether a row asks and does nothing else.
bool poses(const Page& page, std::uint32_t row) {
  const Ask ask = page.asks[row];
  return (ask == Ask::Behavioural || ask == Ask::General) && !page.rows[row].heading;
}

// Whoever asks in a conversation tells nothing; "And what came of it?" asks on within the answer.
void ask_turn(Page& page, std::uint32_t row, std::uint32_t end) {
  bool past = false;
  std::uint32_t words = 0;
  for (std::uint32_t s = page.first_sentence[row]; s < page.first_sentence[end]; ++s) {
    past = past || page.sentences[s].past;
    words += page.sentences[s].words;
    page.sentences[s].question = true;
  }
  const Ask ask = page.asks[row];
  // "What happens when you type an address?" asks for something else.
  const bool on =
      (ask == Ask::Question && words <= (past ? kBid : kFollowUp)) || (ask == Ask::General && past);
  if (on) page.asks[row] = Ask::Nothing;
}

}  // namespace

Span request_of(const Page& page, std::uint32_t row) {
  const Row& line = page.rows[row];
  if (!line.answered) {
    const Label* label = page.label(row);
    if (label == nullptr || !label->question) return line.content;
    if (label->body < line.content.end) return {label->body, line.content.end};
    const std::uint32_t below = page.first_sentence[row];
    const bool named = line.turn && below < page.sentences.size();  // a name on its own line
    return named ? page.rows[page.sentences[below].row].content : line.content;
  }
  Span request = page.sentences[page.first_sentence[row]].span;
  for (std::uint32_t s = page.first_sentence[row];
       s < page.first_sentence[row + 1] && page.sentences[s].question; ++s) {
    request.end = page.sentences[s].span.end;
  }
  return request;
}

void read_asks(Page& page) {
  page.asks.assign(page.rows.size(), Ask::Nothing);
  std::uint32_t row = 0;
  while (row < page.row_count()) {
    const Row& line = page.rows[row];
    std::uint32_t next = row + 1;
    while (next < page.row_count() && !page.opens(next) && !opens_request(page, next)) ++next;
    if (next < page.row_count() && !page.opens(next)) page.rows[next].first = true;
    const bool heads = next > row + 1 && line.prose && !line.cell &&
                       (asks_alone(page, row) || heads_item(page, row));
    if (heads) {
      page.rows[row + 1].first = true;
      next = row + 1;
    }
    const Label* label = page.label(row);
    if (line.prose && !is_aside(page, row) && (label == nullptr || label->question)) {
      page.asks[row] =
          ask_of_block(page, page.first_sentence[row], page.first_sentence[next],
                       line.heading || line.cell || label != nullptr || names_points(page, row) ||
                           (goes_on_behind(page, row) && next == row + 1));
      if (line.turn) ask_turn(page, row, next);
      if (label != nullptr && !line.turn && names_theme(page, row, next)) {
        page.asks[row] = Ask::Topic;
      }
      if (page.asks[row] == Ask::Nothing && !line.heading && !line.cell &&
          answers_itself(page, row, next)) {
        page.asks[row] = Ask::Behavioural;
        page.rows[row].answered = true;
      } else if (poses(page, row)) {
        // Its words are no evidence for an answer, whether or not a question mark ends them.
        for (std::uint32_t s = page.first_sentence[row]; s < page.first_sentence[next]; ++s) {
          page.sentences[s].question = true;
        }
      }
    }
    row = next;
  }
}

}  // namespace starlint
