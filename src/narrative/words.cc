#include "narrative/words.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace starlint {

namespace {

enum class Glyph : std::uint8_t { Other, Letter, Ideograph, Stop };

Glyph glyph_of(char32_t c) {
  if (c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x0964) return Glyph::Stop;  // 。！？।
  const bool ideograph =
      (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF);
  if (ideograph) return Glyph::Ideograph;
  const bool sign = c < 0xC0 || (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) ||
                    (c >= 0xFE00 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF0F) || c == 0xFFFD ||
                    (c >= 0xFF1A && c <= 0xFF20) || (c >= 0xE000 && c <= 0xF8FF) || c >= 0x1F000;
  return sign && c != 0xAA && c != 0xB5 && c != 0xBA ? Glyph::Other : Glyph::Letter;
}

bool joins_letters(std::string_view utf8, std::size_t at, std::size_t end) {
  return utf8[at] == '\'' && at + 1 < end && is_ascii_alpha(utf8[at + 1]);
}

// Behind a letter or digit: an apostrophe ("didn't"), and its typographic form.
std::size_t word_end(std::string_view utf8, std::size_t at, std::size_t end, bool& ascii) {
  while (at < end) {
    const char c = utf8[at];
    if (is_ascii_alnum(c) || joins_letters(utf8, at, end)) {
      ++at;
      continue;
    }
    if ((c & 0x80) == 0) return at;
    std::size_t next = at;
    const char32_t code_point = next_code_point(utf8, next);
    const bool apostrophe = code_point == 0x2019 && next < end && is_ascii_alpha(utf8[next]);
    if (!apostrophe && glyph_of(code_point) != Glyph::Letter) return at;
    ascii = false;
    at = next;
  }
  return at;
}

// A full stop ends a sentence before white space or the end, not inside "3.5" or "main.cc".
bool ends_sentence(std::string_view utf8, std::size_t at, std::size_t end) {
  const char c = utf8[at];
  if (c != '.' && c != '!' && c != '?') return false;
  return at + 1 >= end || is_ascii_space(utf8[at + 1]) || utf8[at + 1] == '"' ||
         utf8[at + 1] == '*' || utf8[at + 1] == '_' || utf8[at + 1] == ')';
}

// An address of the web is no word; it ends at white space or the bracket around it.
bool is_address(std::string_view rest) {
  return rest.starts_with("http://") || rest.starts_with("https://");
}

constexpr std::size_t kMaxWord = 64;  // what is longer is no word of a lexicon

}  // namespace

std::uint32_t Vocabulary::add(std::string_view folded) {
  if (const auto found = numbers_.find(folded); found != numbers_.end()) return found->second;
  const auto number = static_cast<std::uint32_t>(classes_.size());
  numbers_.emplace(folded, number);
  classes_.push_back(0);
  return number;
}

Word Vocabulary::look_up(std::string_view folded, std::string_view raw) const {
  Word token;
  if (const auto found = numbers_.find(folded); found != numbers_.end()) {
    token.word = found->second;
    token.classes = classes_[token.word];
  }
  if (!folded.empty() && is_ascii_digit(folded[0])) token.classes |= kNumber;
  if (folded.size() < 4 || token.is(kNotPast) || token.is(kPastOfSubject)) return token;
  const auto ending = std::find_if(endings_.begin(), endings_.end(),
                                   [&](const auto& one) { return raw.ends_with(one.first); });
  if (ending != endings_.end()) token.classes |= ending->second;
  return token;
}

void tokenize(std::string_view utf8, Span span, const Vocabulary& vocabulary,
              std::vector<Word>& out) {
  std::string folded;
  std::array<char, kMaxWord + 1> letters;
  bool opens_sentence = true;
  const auto push = [&](std::size_t begin, std::size_t end, std::string_view word) {
    // ASCII is lower case once folded, and keeps its ending.
    const bool ascii = word.data() == letters.data();
    const std::string_view raw = ascii ? word : utf8.substr(begin, end - begin);
    Word token = word.size() <= kMaxWord ? vocabulary.look_up(word, raw) : Word{};
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    const bool behind_subject = !opens_sentence && !out.empty() && out.back().is(kSubject);
    if (behind_subject && token.is(kPastOfSubject)) token.classes |= kPast;
    if (opens_sentence) token.classes |= kSentence;
    opens_sentence = false;
    out.push_back(token);
  };
  std::size_t at = span.begin;
  const std::size_t end = span.end;
  while (at < end) {
    const char c = utf8[at];
    if (c == 'h' && is_address(utf8.substr(at, end - at))) {
      while (at < end && !is_ascii_space(utf8[at]) && utf8[at] != ')') ++at;
    } else if (is_ascii_alnum(c)) {
      bool ascii = true;
      const std::size_t stop = word_end(utf8, at, end, ascii);
      const std::size_t size = std::min(stop - at, kMaxWord + 1);
      if (ascii) {
        std::transform(utf8.begin() + static_cast<std::ptrdiff_t>(at),
                       utf8.begin() + static_cast<std::ptrdiff_t>(at + size), letters.begin(),
                       [](char letter) { return ascii_lower(letter); });
        push(at, stop, {letters.data(), size});
      } else {
        folded.clear();
        append_folded(folded, utf8.substr(at, size));
        push(at, stop, folded);
      }
      at = stop;
    } else if ((c & 0x80) == 0) {
      opens_sentence = opens_sentence || ends_sentence(utf8, at, end);
      ++at;
    } else {
      std::size_t next = at;
      const Glyph glyph = glyph_of(next_code_point(utf8, next));
      if (glyph == Glyph::Letter) {
        bool ascii = false;
        next = word_end(utf8, next, end, ascii);
      }
      opens_sentence = opens_sentence || glyph == Glyph::Stop;
      if (glyph == Glyph::Letter || glyph == Glyph::Ideograph) {
        folded.clear();
        append_folded(folded, utf8.substr(at, std::min(next - at, kMaxWord + 1)));
        push(at, next, folded);
      }
      at = next;
    }
  }
}

}  // namespace starlint
