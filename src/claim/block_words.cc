#include "claim/block_words.h"

#include <algorithm>

#include "base/strings.h"

namespace starlint {

namespace {

bool is_letter(char c) { return is_ascii_alpha(c) || static_cast<unsigned char>(c) >= 0x80; }
bool is_part(char c) { return is_letter(c) || is_ascii_digit(c) || c == '\'' || c == '-'; }

/// May stand between a full stop and the next sentence.
bool is_closing(char c) { return c == '"' || c == '\'' || c == ')' || c == '*' || c == '_'; }

constexpr std::uint32_t kStampDigits = 2;
constexpr std::uint32_t kClosings = 8;  // of them, at most: no text has more

/// Bytes of a typographic mark (U+2000 to U+2FFF) at `i`, 0 where there is none; an apostrophe is
/// part of its word.
std::uint32_t mark_at(std::string_view text, std::uint32_t i) {
  constexpr char kLead = '\xE2';
  constexpr std::uint32_t kBytes = 3;
  if (text[i] != kLead || i + kBytes > text.size()) return 0;
  const std::string_view mark = text.substr(i, kBytes);
  return mark == "\u2019" || mark == "\u2192" ? 0 : kBytes;
}

/// "Long version:" opens a sentence of its own; "Waste: 10 %" is one with what follows.
constexpr std::size_t kLabel = 3;  // words

/// Words: what goes on for longer is no sentence, and is cut, so that looking at all of it for each
/// of its figures stays cheap.
constexpr std::size_t kLongestSentence = 100;

/// "12/11 20:20 …", "09:15 …": a line of a log or chat is a sentence of its own.
bool is_stamp(std::string_view text, std::uint32_t i, std::uint32_t end) {
  std::uint32_t digits = 0;
  while (i + digits < end && digits <= kStampDigits && is_ascii_digit(text[i + digits])) ++digits;
  const std::uint32_t mark = i + digits;
  if (digits == 0 || digits > kStampDigits || mark + 1 >= end) return false;
  return (text[mark] == '/' || text[mark] == ':') && is_ascii_digit(text[mark + 1]);
}

/// 'The board says: "85 % …"': who says it is another clause.
bool opens_quote(std::string_view text, std::uint32_t i, std::uint32_t end) {
  while (i < end && text[i] == ' ') ++i;
  return i < end && (text[i] == '"' || text.substr(i, 3) == "\u201c");
}

/// "2021: 131 % of quota", "2018-2020 School nurse": a line that opens with its year is one of a
/// list of years, where others do or a mark stands behind the year.
bool opens_with_year(std::string_view text, std::uint32_t i, std::uint32_t end) {
  constexpr std::uint32_t kDigits = 4;
  while (i < end && text[i] == ' ') ++i;
  if (i + kDigits >= end || (text.substr(i, 2) != "19" && text.substr(i, 2) != "20")) return false;
  const std::string_view year = text.substr(i, kDigits);
  return std::all_of(year.begin(), year.end(), is_ascii_digit) &&
         !is_ascii_digit(text[i + kDigits]);
}

bool is_of_year_list(std::string_view text, std::uint32_t i, Span block) {
  if (!opens_with_year(text, i, block.end)) return false;
  std::uint32_t behind = i;
  while (behind < block.end && (is_ascii_digit(text[behind]) || text[behind] == ' ')) ++behind;
  if (behind == block.end) return false;
  const std::string_view marks = text.substr(i, behind - i);
  return opens_with_year(text, block.begin, block.end) || text[behind] == ':' ||
         text[behind] == '-' || marks.ends_with("  ") || mark_at(text, behind) != 0;
}

void part_label(std::vector<BlockWord>& words, std::size_t from, std::uint32_t sentence) {
  for (std::size_t i = from; i < words.size(); ++i) words[i].sentence = sentence;
}

}  // namespace

std::vector<BlockWord> words_of(std::string_view text, Span block, const std::vector<Claim>& claims,
                                std::uint32_t& next) {
  std::vector<BlockWord> words;
  std::uint32_t sentence = 0;
  std::uint32_t clause = 0;
  std::size_t line = 0;  // the first word of it
  std::size_t sentence_start = 0;
  bool first = true;
  for (std::uint32_t i = block.begin; i < block.end;) {
    while (next < claims.size() && claims[next].span.begin < i) ++next;
    const bool figure = next < claims.size() && claims[next].span.begin == i &&
                        claims[next].value.kind != ValueKind::Name;
    if (figure) {
      words.push_back({claims[next].span, sentence, clause, first, next});
      i = std::max(i + 1, claims[next].span.end);
      first = false;
      continue;
    }
    if (const std::uint32_t mark = mark_at(text, i); mark != 0) {
      ++clause;
      i += mark;
      continue;
    }
    if (words.size() - sentence_start >= kLongestSentence) {
      sentence_start = words.size();
      ++sentence;
      ++clause;
    }
    const char c = text[i];
    if (is_letter(c) || is_ascii_digit(c)) {
      std::uint32_t end = i;
      while (end < block.end && is_part(text[end]) && mark_at(text, end) == 0) ++end;
      words.push_back({{i, end}, sentence, clause, first, kNone});
      i = end;
      first = false;
      continue;
    }
    std::uint32_t behind = i + 1;
    const std::uint32_t reach = std::min(block.end, behind + kClosings);
    while (behind < reach && is_closing(text[behind])) ++behind;
    const bool last = behind == block.end || is_ascii_space(text[behind]);
    if ((c == '.' || c == '?' || c == '!') && last) {
      ++sentence;
      ++clause;
      first = true;
      sentence_start = words.size();
    } else if ((c == ',' || c == ';' || c == '(' || c == ')') && last) {
      ++clause;
    } else if (c == ':' && last) {
      if (opens_quote(text, i + 1, block.end)) ++clause;
      first = true;  // what stands before it names what stands behind
      const bool measure = next < claims.size() && claims[next].span.begin <= i + 2;
      if (!measure && words.size() <= line + kLabel) {
        part_label(words, line, sentence + 1);
        sentence += 2;
        ++clause;
      }
    } else if (c == '\n') {
      line = words.size();
      if (is_stamp(text, i + 1, block.end) || is_of_year_list(text, i + 1, block)) {
        ++sentence;
        ++clause;
        first = true;
        sentence_start = words.size();
      }
    }
    ++i;
  }
  return words;
}

}  // namespace starlint
