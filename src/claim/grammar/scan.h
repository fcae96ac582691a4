// What a byte of text is to the tokenizer and to the phrases of the lexicon, so that both split a
// text the same way: letters run together, every symbol stands alone.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "text/utf8.h"

namespace starlint {

enum class Glyph : std::uint8_t { Space, Letter, Digit, Symbol };

/// Punctuation, currency signs, fractions and superscripts are symbols; the rest are letters.
inline Glyph classify(char32_t c) {
  if (c == 0xA0 || c == 0x202F || c == 0x3000 || (c >= 0x2000 && c <= 0x200B)) return Glyph::Space;
  if (c == 0xAA || c == 0xB5 || c == 0xBA) return Glyph::Letter;
  if ((c >= 0xA1 && c <= 0xBF) || c == 0xD7 || c == 0xF7) return Glyph::Symbol;
  if ((c >= 0x2010 && c <= 0x2BFF) || (c >= 0xFF01 && c <= 0xFF0F)) return Glyph::Symbol;
  return Glyph::Letter;
}

/// By byte: one look-up instead of a chain of comparisons for every letter of the notes.
inline constexpr std::array<Glyph, 128> kAsciiGlyphs = [] {
  std::array<Glyph, 128> glyphs = {};
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const auto c = static_cast<char>(i);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    glyphs[i] = letter                 ? Glyph::Letter
                : c >= '0' && c <= '9' ? Glyph::Digit
                : space                ? Glyph::Space
                                       : Glyph::Symbol;
  }
  return glyphs;
}();

/// The lower-case letter, or 0 for what is no ASCII letter.
inline constexpr std::array<char, 256> kFoldedLetters = [] {
  std::array<char, 256> folded = {};
  for (std::size_t i = 0; i < 26; ++i) {
    folded['a' + i] = folded['A' + i] = static_cast<char>('a' + i);
  }
  return folded;
}();

inline Glyph classify_ascii(char c) { return kAsciiGlyphs[static_cast<std::uint8_t>(c)]; }

/// The glyph at `at`, and `next` set behind it. REQUIRES: at < text.size().
inline Glyph glyph_at(std::string_view text, std::size_t at, std::size_t& next) {
  next = at;
  if (static_cast<unsigned char>(text[at]) >= 0x80) return classify(next_code_point(text, next));
  ++next;
  return classify_ascii(text[at]);
}

}  // namespace starlint
