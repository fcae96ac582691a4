#include <algorithm>

#include "base/strings.h"
#include "narrative/story.h"
#include "text/character.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace starlint {

namespace {

// "I moved them to where I could see them" tells a deed, and what it was for.
bool is_general(const Page& page, const Sentence& sentence) {
  for (std::uint32_t i = sentence.first_hit; i < page.hits_end(sentence); ++i) {
    const Hit& hit = page.hits[i];
    if (hit.signal.sign == Sign::General && hit.offset <= sentence.deed_at) return true;
  }
  return false;
}

}  // namespace

ProseEvidence weigh(const Page& page, std::uint32_t first, std::uint32_t end) {
  ProseEvidence out;
  for (std::uint32_t i = page.first_sentence[first]; i < page.first_sentence[end]; ++i) {
    const Sentence& sentence = page.sentences[i];
    if (sentence.question || sentence.heading || !page.rows[sentence.row].prose) continue;
    const bool personal = sentence.self > 0 || sentence.team > 0;
    const bool general = sentence.habit || is_general(page, sentence);
    ++out.sentences;
    out.in_cells += page.rows[sentence.row].cell;
    out.words += sentence.words;
    out.personal += personal;
    out.past += sentence.past;
    const bool event =
        (sentence.past && personal && !(sentence.modal && general)) || sentence.opens_past;
    out.events += event;
    out.scenes += event && (sentence.number || page.shows(sentence, Sign::Situation));
    out.told += sentence.past && sentence.subject && !general;
    out.general += general;
    out.advice += sentence.you > 0 && !personal;
  }
  return out;
}

bool is_general(const ProseEvidence& evidence) {
  if (evidence.events == 0 || evidence.general > 2 * evidence.events) return true;
  // "I always try to keep learning. I read a lot of blogs, so whenever I see a gap I …"
  if (evidence.told + evidence.scenes == 0 && 2 * evidence.general >= evidence.sentences) {
    return true;
  }
  // "I make lists. When it is busy I usually … I once read a book about it."
  return evidence.events == 1 && evidence.scenes == 0 && evidence.general > 0 &&
         evidence.sentences >= 3 * evidence.past;
}

bool opens_instruction(const Page& page, Span span, std::size_t words) {
  constexpr std::uint32_t kOpening = 80;  // bytes that hold the first word behind its marks
  const Span opening{span.begin, std::min(span.end, span.begin + kOpening)};
  if (opening.begin >= opening.end) return false;
  std::vector<Word> tokens;
  tokenize(page.text->utf8(), opening, page.rules->instructions, tokens);
  tokens.resize(std::min(tokens.size(), words));
  return std::any_of(tokens.begin(), tokens.end(),
                     [](const Word& token) { return token.is(kInstruct); });
}

bool other_acts(const Page& page, const Sentence& sentence) {
  constexpr std::ptrdiff_t kName = 3;  // words: "The new manager said"
  if (!sentence.past || sentence.subject || sentence.opens_past) return false;
  std::vector<Word> tokens;
  tokenize(page.text->utf8(), sentence.span, page.language->vocabulary, tokens);
  const auto act =
      std::find_if(tokens.begin(), tokens.end(), [](const Word& one) { return one.is(kPast); });
  return act != tokens.begin() && act != tokens.end() && act - tokens.begin() <= kName;
}

bool follows_others(const Page& page, const Sentence& sentence) {
  std::vector<Word> tokens;
  tokenize(page.text->utf8(), sentence.span, page.language->vocabulary, tokens);
  const auto subject =
      std::find_if(tokens.begin(), tokens.end(), [](const Word& one) { return one.is(kSubject); });
  if (subject == tokens.end() || subject - tokens.begin() < 2) return false;
  return page.rules->joints.contains(fold(page.slice((subject - 1)->span))) &&
         std::any_of(tokens.begin(), subject, [](const Word& one) { return one.is(kPast); });
}

namespace {

// "(ask Lea for the rest)", "(pendiente)": a few words that stand in brackets tell nothing.
bool is_remark(std::string_view text) {
  constexpr std::ptrdiff_t kBlanks = 6;
  return text.find_first_of("0123456789") == std::string_view::npos &&
         text.find('(', 1) == std::string_view::npos &&
         std::count(text.begin(), text.end(), ' ') <= kBlanks;
}

// A line in brackets is something to fill in: "[what happened]", "<number>", "(later)"; so is one
// that only wonders: "??? ask Lea".
bool is_bracketed(std::string_view text) {
  if (!text.empty() && text[0] == '\\') text.remove_prefix(1);
  if (text.size() < 2) return false;
  const char open = text.front();
  const char close = text.back();
  const bool tag = open == '<' && close == '>' && text.find('<', 1) == std::string_view::npos;
  const bool wonders =
      open == '(' && close == ')' && (text.find('?') != std::string_view::npos || is_remark(text));
  return text.starts_with("??") || (open == '[' && close == ']') || tag || wonders ||
         (open == '{' && close == '}');
}

std::string_view bare(std::string_view text) {
  while (!text.empty() &&
         (is_ascii_space(text.front()) || text.front() == '*' || text.front() == '_')) {
    text.remove_prefix(1);
  }
  while (!text.empty() && (is_ascii_space(text.back()) || text.back() == '*' ||
                           text.back() == '_' || text.back() == '.')) {
    text.remove_suffix(1);
  }
  return text;
}

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_code_point(text, at);
    if (is_letter(character) || is_digit(character)) return true;
  }
  return false;
}

bool opens_with_placeholder(const Page& page, std::uint32_t row, Span content) {
  for (std::uint32_t i = page.first_sentence[row]; i < page.first_sentence[row + 1]; ++i) {
    const Sentence& sentence = page.sentences[i];
    if (sentence.span.begin < content.begin) continue;
    return page.shows(sentence, Sign::Placeholder);
  }
  return false;
}

// Where "XX%" or "YY hours" stands, but no "XX" that hides a name; npos without.
std::size_t find_gap(std::string_view text) {
  constexpr std::string_view kGaps = "XYN";
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (kGaps.find(text[at]) == kGaps.npos || (at > 0 && is_ascii_alnum(text[at - 1]))) continue;
    const std::size_t end = std::min(text.find_first_not_of(text[at], at), text.size());
    const std::string_view rest = text.substr(end);
    const bool lower = rest.size() > 1 && rest[0] == ' ' && rest[1] >= 'a' && rest[1] <= 'z';
    if (rest.starts_with('%') || (end - at >= 2 && (lower || rest.starts_with(" %")))) return at;
  }
  return text.npos;
}

// "Both depots took it over" before "and we cut the returns by XX%": told without the figure.
bool tells_before(const Page& page, Span sentence, std::size_t gap) {
  constexpr std::size_t kEnough = 3;  // words
  std::vector<Word> tokens;
  tokenize(page.text->utf8(), {sentence.begin, sentence.begin + static_cast<std::uint32_t>(gap)},
           page.language->vocabulary, tokens);
  while (!tokens.empty() && !page.rules->joints.contains(fold(page.slice(tokens.back().span)))) {
    tokens.pop_back();
  }
  return tokens.size() > kEnough && std::any_of(tokens.begin(), tokens.end(), [](const Word& word) {
           return word.is(kPast) || word.is(kPastOfSubject);
         });
}

}  // namespace

bool lacks_figures(const Page& page, const LabelledPart& part) {
  const std::uint32_t first = page.first_sentence[part.row];
  const std::uint32_t end = page.first_sentence[part.end_row];
  return first < end && std::all_of(page.sentences.begin() + first, page.sentences.begin() + end,
                                    [&](const Sentence& sentence) {
                                      Span wide = sentence.span;
                                      wide.end = std::min(wide.end + 2, page.text->size());
                                      const std::size_t gap = find_gap(page.slice(wide));
                                      return gap != std::string_view::npos &&
                                             !tells_before(page, wide, gap);
                                    });
}

bool is_filled(const Page& page, const LabelledPart& part, bool& placeholder) {
  return is_filled(page, part.row, part.end_row, page.labels[part.label].body, placeholder);
}

bool is_filled(const Page& page, std::uint32_t first, std::uint32_t end, std::uint32_t body,
               bool& placeholder) {
  placeholder = false;
  for (std::uint32_t row = first; row < end; ++row) {
    const Row& line = page.rows[row];
    Span content = line.content;
    if (row == first) content.begin = std::min(body, content.end);
    if (row != first && line.heading) continue;
    if (!line.prose) continue;
    const std::string_view text = bare(page.slice(content));
    if (text.empty()) continue;
    // The marks of an open item, dots and dashes, are as empty as nothing.
    if (!has_word(text)) {
      placeholder = placeholder || text.size() >= 2;
      continue;
    }
    if (is_bracketed(text) || opens_with_placeholder(page, row, content)) {
      placeholder = true;
      continue;
    }
    return true;
  }
  return false;
}

}  // namespace starlint
