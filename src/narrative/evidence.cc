#include <algorithm>

#include "base/strings.h"
#include "narrative/story.h"
#include "text/character.h"
#include "text/utf8.h"

namespace starlint {

ProseEvidence weigh(const Page& page, std::uint32_t first, std::uint32_t end) {
  ProseEvidence out;
  for (std::uint32_t i = page.first_sentence[first]; i < page.first_sentence[end]; ++i) {
    const Sentence& sentence = page.sentences[i];
    if (sentence.question || sentence.heading || !page.rows[sentence.row].prose) continue;
    const bool personal = sentence.self > 0 || sentence.team > 0;
    const bool general = sentence.habit || page.shows(sentence, Sign::General);
    ++out.sentences;
    out.in_cells += page.rows[sentence.row].cell;
    out.words += sentence.words;
    out.personal += personal;
    out.past += sentence.past;
    out.events += (sentence.past && personal && !sentence.modal) || sentence.opens_past ||
                  (sentence.past && personal && !general);
    out.told += sentence.past && sentence.subject && !general;
    out.general += general;
    out.advice += sentence.you > 0 && !personal;
  }
  return out;
}

bool opens_instruction(const Page& page, Span span) {
  constexpr std::uint32_t kOpening = 80;  // bytes that hold the first word behind its marks
  const Span opening{span.begin, std::min(span.end, span.begin + kOpening)};
  if (opening.begin >= opening.end) return false;
  std::vector<Word> tokens;
  tokenize(page.text->utf8(), opening, page.rules->instructions, tokens);
  return !tokens.empty() && tokens[0].is(kInstruct);
}

namespace {

// A line in brackets is something to fill in: "[what happened]", "<number>", "(numbers?)"; so is
// one that only wonders: "??? ask Lea".
bool is_bracketed(std::string_view text) {
  if (!text.empty() && text[0] == '\\') text.remove_prefix(1);
  if (text.size() < 2) return false;
  const char open = text.front();
  const char close = text.back();
  const bool tag = open == '<' && close == '>' && text.find('<', 1) == std::string_view::npos;
  const bool wonders = open == '(' && close == ')' && text.find('?') != std::string_view::npos;
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

}  // namespace

bool is_filled(const Page& page, const LabelledPart& part, bool& placeholder) {
  placeholder = false;
  for (std::uint32_t row = part.row; row < part.end_row; ++row) {
    const Row& line = page.rows[row];
    Span content = line.content;
    if (row == part.row) content.begin = std::min(page.labels[part.label].body, content.end);
    if (row != part.row && line.heading) continue;
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
