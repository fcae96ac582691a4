// A block of notes as claim patterns see it: markup and line breaks gone, typographic quotes and
// dashes plain, a bar between two cells a colon, and each typed value a single token. "We had **a
// team of twelve**" reads "We had a team of #", where # is the token of a count. Knows the way
// back.
#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "claim/grammar/values.h"

namespace starlint {

/// The bytes that stand for values, by kind; none of them occurs in notes.
namespace token {
inline constexpr char kCount = '\x01';
inline constexpr char kPercent = '\x02';
inline constexpr char kDuration = '\x03';
inline constexpr char kMoney = '\x04';
inline constexpr char kQuantity = '\x05';
inline constexpr char kDate = '\x06';
inline constexpr char kInterval = '\x07';
inline constexpr char kAge = '\x08';
}  // namespace token

/// Which byte stands for a value.
char token_of(const Value& value);

class Masked {
 public:
  /// `values` lie in text[within], in order and without overlap.
  Masked(std::string_view text, Span within, const std::vector<Typed>& values);

  std::string_view text() const { return text_; }
  /// The whole of text().
  Span all() const { return {0, static_cast<std::uint32_t>(text_.size())}; }
  /// The place in the notes of a span of text(). REQUIRES: not empty.
  Span origin(Span span) const;
  /// Where each value that is seen has its token, and which value that is; ascending. Values inside
  /// link targets are not seen.
  const std::vector<std::pair<std::uint32_t, std::uint32_t>>& tokens() const { return tokens_; }
  /// The index in `values` of the token at `offset`, or kNone.
  std::uint32_t value_at(std::uint32_t offset) const;
  /// Whether the value at `offset` is a part of one: "two thirds".
  bool is_fraction(std::uint32_t offset) const;
  /// Where the token of a value stands; where markup hid the value, the place of the one behind it.
  std::uint32_t offset_of(std::uint32_t value) const;
  /// The sentence around `offset`: up to the mark that ends it.
  Span sentence(std::uint32_t offset) const;
  const std::vector<Span>& sentences() const { return sentences_; }
  /// Whether it has lines that name what they tell: "Role: developer".
  bool has_fields() const { return !fields_.empty(); }

 private:
  void add(char c, std::uint32_t begin, std::uint32_t end);
  void find_sentences();

  std::string text_;
  std::vector<Span> origins_;                                    // by byte of text_
  std::vector<std::pair<std::uint32_t, std::uint32_t>> tokens_;  // offset in text_, value
  std::vector<std::uint32_t> fractions_;  // offsets of their tokens, ascending
  std::vector<std::uint32_t> fields_;     // in text_, where a line begins that names what it tells
  std::vector<Span> sentences_;
};

/// What a phrase says, without the marks by which it knows where to begin and to end.
Span without_marks(std::string_view text, Span span);

}  // namespace starlint
