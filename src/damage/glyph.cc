// Characters that look like others or stand for them: ligatures, wide and styled letters,
// decomposed letters, look-alikes of another alphabet, private and undefined code points.
#include <algorithm>
#include <array>

#include "damage/scan.h"
#include "text/character.h"

namespace starlint {

namespace {

Span one_at(const Scan& scan, std::uint32_t at) {
  std::size_t end = at;
  next_code_point(scan.utf8, end);
  return {at, static_cast<std::uint32_t>(end)};
}

std::uint32_t replace_compatible(Scan& scan, std::uint32_t at, DamageKind kind, Repair repair) {
  const Span span = one_at(scan, at);
  const std::string plain = compatible(scan.at(at));
  if (plain == scan.text.slice(span)) return span.end;
  scan.report({kind, span, repair, {{span, plain}}});
  return span.end;
}

struct Twin {
  char32_t foreign;
  char ascii;
};

/// Cyrillic and Greek letters that fonts draw like Latin ones (Unicode's confusables.txt), sorted.
/// Greek small letters that formulas use are left out.
constexpr std::array<Twin, 54> kTwins = {
    {{0x0391, 'A'}, {0x0392, 'B'}, {0x0395, 'E'}, {0x0396, 'Z'}, {0x0397, 'H'}, {0x0399, 'I'},
     {0x039A, 'K'}, {0x039C, 'M'}, {0x039D, 'N'}, {0x039F, 'O'}, {0x03A1, 'P'}, {0x03A4, 'T'},
     {0x03A5, 'Y'}, {0x03A7, 'X'}, {0x03BF, 'o'}, {0x0405, 'S'}, {0x0406, 'I'}, {0x0408, 'J'},
     {0x0410, 'A'}, {0x0412, 'B'}, {0x0415, 'E'}, {0x041A, 'K'}, {0x041C, 'M'}, {0x041D, 'H'},
     {0x041E, 'O'}, {0x0420, 'P'}, {0x0421, 'C'}, {0x0422, 'T'}, {0x0423, 'Y'}, {0x0425, 'X'},
     {0x0430, 'a'}, {0x0435, 'e'}, {0x043E, 'o'}, {0x0440, 'p'}, {0x0441, 'c'}, {0x0443, 'y'},
     {0x0445, 'x'}, {0x0455, 's'}, {0x0456, 'i'}, {0x0458, 'j'}, {0x04AE, 'Y'}, {0x04BB, 'h'},
     {0x04C0, 'I'}, {0x04CF, 'l'}, {0x04D4, 'A'}, {0x0501, 'd'}, {0x050C, 'G'}, {0x051A, 'Q'},
     {0x051B, 'q'}, {0x051C, 'W'}, {0x051D, 'w'}, {0x0525, 'n'}, {0x0527, 'h'}, {0x0529, 'n'}}};

char ascii_twin(char32_t c) {
  const auto found =
      std::lower_bound(kTwins.begin(), kTwins.end(), c,
                       [](const Twin& twin, char32_t x) { return twin.foreign < x; });
  return found != kTwins.end() && found->foreign == c ? found->ascii : '\0';
}

/// A run of letters and marks: hyphens, apostrophes and digits part words of two alphabets.
Span letters_around(const Scan& scan, std::uint32_t at) {
  std::size_t begin = at;
  while (begin > 0) {
    std::size_t previous = begin;
    const char32_t c = previous_code_point(scan.utf8, previous);
    if (!is_letter(c) && !is_mark(c)) break;
    begin = previous;
  }
  std::size_t end = at;
  while (end < scan.utf8.size()) {
    std::size_t next = end;
    const char32_t c = next_code_point(scan.utf8, next);
    if (!is_letter(c) && !is_mark(c)) break;
    end = next;
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

struct Alphabets {
  std::size_t ascii = 0, foreign = 0, twins = 0, other = 0;
  std::string plain;  // with every twin replaced
};

Alphabets alphabets_of(std::string_view word) {
  Alphabets out;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    const Script script = script_of(c);
    const char twin = ascii_twin(c);
    if (c < 0x80) {
      ++out.ascii;
      out.plain += static_cast<char>(c);
    } else if (script == Script::Cyrillic || script == Script::Greek) {
      ++out.foreign;
      out.twins += twin != '\0' ? 1U : 0U;
      if (twin != '\0') out.plain += twin;
    } else {
      ++out.other;
    }
  }
  return out;
}

}  // namespace

std::uint32_t find_ligature(Scan& scan, std::uint32_t at) {
  return replace_compatible(scan, at, DamageKind::Ligature, Repair::Safe);
}

std::uint32_t find_full_width(Scan& scan, std::uint32_t at) {
  if (scan.has_east_asian()) return at;
  return replace_compatible(scan, at, DamageKind::FullWidth, Repair::Safe);
}

std::uint32_t find_math_letter(Scan& scan, std::uint32_t at) {
  return replace_compatible(scan, at, DamageKind::MathLetter, Repair::Unsafe);
}

std::uint32_t find_uncomposed(Scan& scan, std::uint32_t at) {
  if (at == 0) return at;
  std::size_t base = at;
  while (base > 0 && is_mark(previous_code_point(scan.utf8, base))) {
  }
  std::size_t end = at;
  while (is_mark(scan.at(static_cast<std::uint32_t>(end)))) next_code_point(scan.utf8, end);
  if (end == at) next_code_point(scan.utf8, end);  // a Hangul vowel is no mark
  const Span span{static_cast<std::uint32_t>(base), static_cast<std::uint32_t>(end)};
  const std::string whole = composed(scan.text.slice(span));
  if (count_code_points(whole) < count_code_points(scan.text.slice(span))) {
    scan.report_once_a_line({DamageKind::NotComposed, span, Repair::Safe, {{span, whole}}});
  }
  return span.end;
}

std::uint32_t find_confusable(Scan& scan, std::uint32_t at) {
  const Span word = letters_around(scan, at);
  const Alphabets found = alphabets_of(scan.text.slice(word));
  const bool mixed = found.ascii > 0 && found.other == 0;
  // Two letters are more likely a formula or an abbreviation than a word.
  if (!mixed || found.twins != found.foreign || found.ascii + found.foreign < 3) return word.end;
  if (!scan.is_protected(at)) {
    scan.report({DamageKind::Confusable, word, Repair::Safe, {{word, found.plain}}});
  }
  return word.end;
}

std::uint32_t find_odd_code_point(Scan& scan, std::uint32_t at) {
  const Span span = one_at(scan, at);
  const char32_t c = scan.at(at);
  const bool future_emoji = c >= 0x1F000 && c <= 0x1FAFF;
  if (is_noncharacter(c)) {
    scan.report({DamageKind::Noncharacter, span});
  } else if (is_private_use(c)) {
    scan.report({DamageKind::PrivateUse, span});
  } else if (is_unassigned(c) && !future_emoji) {
    scan.report({DamageKind::Unassigned, span});
  }
  return span.end;
}

}  // namespace starlint
