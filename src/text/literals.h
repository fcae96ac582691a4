// What a text must contain before a regular expression can match it, read off the expression
// itself: `\b(?:team|crew) of \x01` needs one of the words "team" and "crew", followed by " of ".
// Looking for such literals is far cheaper than running hundreds of expressions over a text, so
// that only the few that can match are run (and compiled at all).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace starlint {

/// ASCII letters are lower-cased. Comparable, so that equal literals are looked for once.
struct Literal {
  std::string text;          // not empty
  bool opens_word = false;   // it stands behind a word boundary
  bool closes_word = false;  // it stands before one

  friend bool operator==(const Literal&, const Literal&) = default;
  friend auto operator<=>(const Literal&, const Literal&) = default;
};

/// One of these must occur.
using AnyOf = std::vector<Literal>;

/// What a text must hold, in upper or lower case, for an expression to match in it. Texts with
/// U+017F or U+212A, which RE2 takes for "s" and "k", are not covered.
struct Needs {
  std::vector<AnyOf> covers;  // each of them; none where nothing selective is known
  std::vector<AnyOf> row;     // the same and what is less selective, one behind the other
  AnyOf openings;             // each match begins with one of them; none where that is not known

  friend bool operator==(const Needs&, const Needs&) = default;
};

/// Reads expressions one after the other; long groups that come again, as lists of phrases do, are
/// read once. Not safe to share between threads.
class LiteralReader {
 public:
  LiteralReader();
  ~LiteralReader();

  /// Nothing is known of what is no valid expression. Linear in the expression, but for small,
  /// bounded products of alternatives.
  Needs read(std::string_view expression);

 private:
  struct Groups;
  std::unique_ptr<Groups> groups_;
};

}  // namespace starlint
