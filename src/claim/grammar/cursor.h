// Tokens together with what they mean: the questions that every production of the grammar asks.
// A view; the text, the tokens and the lexicon must outlive it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "claim/grammar/lexicon.h"
#include "claim/grammar/token.h"

namespace starlint {

/// A phrase of the lexicon, and the index of the token behind it.
struct Phrase {
  const Meaning* meaning = nullptr;
  std::size_t next = 0;

  explicit operator bool() const { return meaning != nullptr; }
};

class Cursor {
 public:
  Cursor(std::string_view text, const std::vector<Token>& tokens, const Lexicon& lexicon)
      : text_(text), tokens_(tokens), lexicon_(lexicon) {}

  const Lexicon& lexicon() const { return lexicon_; }
  std::size_t size() const { return tokens_.size(); }
  /// The last token is Opaque and stands for everything behind the end.
  const Token& at(std::size_t i) const { return i < tokens_.size() ? tokens_[i] : tokens_.back(); }
  std::string_view slice(Span span) const { return text_.substr(span.begin, span.size()); }
  std::string_view slice(std::size_t i) const { return slice(at(i).span); }
  /// From token `first` to before token `next`.
  Span span(std::size_t first, std::size_t next) const {
    return {at(first).span.begin, at(next - 1).span.end};
  }

  bool number(std::size_t i) const { return at(i).kind == TokenKind::Number; }
  bool word(std::size_t i) const { return at(i).kind == TokenKind::Word; }
  bool opaque(std::size_t i) const { return at(i).kind == TokenKind::Opaque; }
  bool symbol(std::size_t i, char c) const {
    return at(i).kind == TokenKind::Symbol && at(i).span.size() == 1 &&
           text_[at(i).span.begin] == c;
  }
  bool glued(std::size_t i) const { return at(i).glued; }
  /// Digits without a point or groups, such as a day or a year can be.
  bool plain_digits(std::size_t i, std::size_t least, std::size_t most) const {
    const Token& token = at(i);
    return token.kind == TokenKind::Number && !token.grouped && token.decimals == 0 &&
           token.digits == token.span.size() && token.digits >= least && token.digits <= most;
  }

  const Meaning& meaning(std::size_t i) const { return lexicon_.meaning(at(i).word); }
  bool is(std::size_t i, Cue cue) const { return meaning(i).is(cue); }
  /// Whether some phrase that begins with token `i` has one of the facets.
  bool reaches(std::size_t i, std::uint64_t facets) const {
    return at(i).word != kNone && (lexicon_.reach(at(i).word) & facets) != 0;
  }
  /// Whether the token before has the cue.
  bool preceded_by(std::size_t i, Cue cue) const { return i > 0 && is(i - 1, cue); }
  /// A letter, digit or underscore directly before token `i`: it is the tail of a name.
  bool tail_of_name(std::size_t i) const;
  /// A letter or digit directly behind token `i - 1`: something longer goes on.
  bool goes_on(std::size_t i) const {
    return at(i).glued && (word(i) || number(i) || symbol(i, '_'));
  }

  /// The same, where digits may follow: the "h" of "2h50m".
  bool goes_on_word(std::size_t i) const { return at(i).glued && (word(i) || symbol(i, '_')); }

  /// The longest phrase at `i` with the facet and with a meaning that `wanted` accepts. Hyphens
  /// inside are skipped.
  template <typename Wanted>
  Phrase phrase(std::size_t i, std::uint64_t facets, Wanted wanted) const {
    Phrase best;
    if (!reaches(i, facets)) return best;
    std::uint32_t state = Lexicon::kStart;
    for (;;) {
      state = lexicon_.step(state, at(i).word);
      if (state == kNone) return best;
      ++i;
      if (wanted(lexicon_.meaning_at(state))) best = {&lexicon_.meaning_at(state), i};
      if (symbol(i, '-') && word(i + 1) && lexicon_.step(state, at(i).word) == kNone) ++i;
    }
  }
  Phrase phrase(std::size_t i, Cue cue) const {
    return phrase(i, facet::of(cue), [cue](const Meaning& meaning) { return meaning.is(cue); });
  }
  /// Behind the phrase if it stands at `i`, else `i`.
  std::size_t skip(std::size_t i, Cue cue) const {
    const Phrase found = phrase(i, cue);
    return found ? found.next : i;
  }

 private:
  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Lexicon& lexicon_;
};

inline bool Cursor::tail_of_name(std::size_t i) const {
  if (i == 0 || !at(i).glued) return false;
  // "60/40" are two numbers, "docs/40" is a path.
  if (symbol(i - 1, '/')) return i < 2 || !number(i - 2);
  return word(i - 1) || number(i - 1) || symbol(i - 1, '_') || symbol(i - 1, '\\') ||
         symbol(i - 1, '@');
}

}  // namespace starlint
