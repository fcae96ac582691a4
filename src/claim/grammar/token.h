// Tokens of the value grammar: numbers, words, symbols, and places no value may reach across.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "claim/grammar/lexicon.h"

namespace starlint {

enum class TokenKind : std::uint8_t {
  Number,
  Word,  // one known word, or a run of unknown ones
  Symbol,
  Opaque  // a URL, code, a version, a time of day, a blank line, the end
};

struct Token {
  Span span;
  TokenKind kind = TokenKind::Opaque;
  bool glued = false;          // nothing stands between it and the token before
  bool grouped = false;        // "12,567"
  std::uint8_t digits = 0;     // before the point
  std::uint8_t decimals = 0;   // behind it
  std::uint32_t word = kNone;  // of the lexicon
  double value = 0;            // of a Number
};

/// Replaces `out` by the tokens of text[within] and one Opaque token at its end.
void tokenize(std::string_view text, Span within, const Lexicon& lexicon, std::vector<Token>& out);

}  // namespace starlint
