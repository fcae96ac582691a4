// A phrase of a pack with typed placeholders: "{cut} … from {value:before} to {value:after}".
//   {percent:name}  a value of that type, hedged or not; types: value, count, percent, fold,
//                   duration, money, quantity, figure (a value but no percentage),
//                   zero (a count of none), all (a hundred percent), fraction (a count or
//                   "a third"), manifold ("sixfold"); fold takes such words, too
//   {words:name}    one to six words with the blank behind them, none of them a value
//   {tail:name}     up to five words, none of them a value, without punctuation
//   {list}          one of the words of that list of the vocabulary
//   …               up to six words, none of them a value
// All else is a regular expression over masked text in which parentheses only group.
// Compiled once, immutable, shared by threads.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "metric/passage.h"
#include "text/pattern.h"

namespace starlint {

/// Named lists of words, each as an alternation.
using WordLists = std::map<std::string, std::string, std::less<>>;

/// The lists of words that are numbers below and above one: "a third", "sixfold".
inline constexpr std::string_view kSpelledFractions = "spelled fractions";
inline constexpr std::string_view kSpelledFolds = "spelled folds";

/// What a placeholder took.
struct Filler {
  std::string_view name;
  std::uint32_t value = kNone;  // index into Passage::values; kNone for words
  Span span;                    // in masked text
};

struct FigureMatch {
  Span span;                    // in masked text
  std::vector<Filler> fillers;  // those that took part, in order

  const Filler* find(std::string_view name) const;
};

class FigurePhrase {
 public:
  /// An error has no place. `built_in`: from the default pack, so known to compile.
  static Result<FigurePhrase> compile(std::string_view phrase, const WordLists& words,
                                      bool built_in);

  /// Matches in masked[within], leftmost first, without overlap.
  std::vector<FigureMatch> find_all(const Passage& passage, Span within) const;
  std::vector<FigureMatch> find_all(const Passage& passage) const {
    return find_all(passage, passage.masked.all());
  }
  /// The regular expression over masked text, for a PatternFilter.
  const std::string& expression() const { return expression_; }
  /// Names of its placeholders, in order.
  std::vector<std::string_view> names() const;

 private:
  friend class FigurePhraseCompiler;
  struct Placeholder {
    std::string type;
    std::string name;  // "" for a group of our own
  };
  bool accept(const Passage& passage, const Match& match, FigureMatch& out) const;

  std::string expression_;
  std::vector<Placeholder> placeholders_;  // by group
  std::vector<Pattern> pattern_;           // one
};

}  // namespace starlint
