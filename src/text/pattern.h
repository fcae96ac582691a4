// Regular expressions that return Spans. RE2 stays behind this header: linear time, no look-around,
// no back-references. Compiled objects are immutable and safe to share between threads.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "text/literal_index.h"

namespace starlint {

struct PatternOptions {
  bool ignore_case = true;
  /// The expression was compiled when the program was built (the default pack), so it is known to
  /// be right: it is compiled when it is first needed, which most are not in most runs.
  bool known_good = false;
};

/// A match: the whole, then the groups; a group that took no part is empty at offset 0.
struct Match {
  Span whole;
  std::vector<Span> groups;
};

class Pattern {
 public:
  /// An Error without a position where it is no valid RE2.
  static Result<Pattern> compile(std::string_view expression, PatternOptions options = {});

  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  /// Whether it matches anywhere in text[within].
  bool found_in(std::string_view text, Span within) const;
  /// The first match in text[within]; `^`, `$` and `\b` see nothing around it. Spans are in `text`.
  bool find(std::string_view text, Span within, Match& match) const;
  /// All non-overlapping matches in text[within], leftmost first.
  std::vector<Match> find_all(std::string_view text, Span within) const;

 private:
  struct Impl;
  class View;
  explicit Pattern(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Which of many patterns are worth running over a text: those whose required literals it holds.
/// Filled by add() and freeze(), then const and safe to share between threads.
class PatternFilter {
 public:
  PatternFilter();
  /// The index of the pattern, counted from 0.
  std::uint32_t add(std::string_view expression);
  void freeze();
  std::size_t size() const { return needs_.size(); }

  /// Indices, ascending, of all patterns that match somewhere in `text`, and of some that do not.
  std::vector<std::uint32_t> candidates(std::string_view text) const;

 private:
  /// A cover of a pattern that a literal meets.
  struct Use {
    std::uint32_t pattern;
    std::uint8_t cover;
  };

  LiteralIndex literals_;
  struct LiteralHash {
    std::size_t operator()(const Literal& literal) const {
      return std::hash<std::string>{}(literal.text) * 4 + literal.opens_word * 2U +
             literal.closes_word;
    }
  };
  // While it is filled.
  std::unique_ptr<LiteralReader> reader_;
  std::unordered_map<Literal, LiteralId, LiteralHash> ids_;
  std::vector<std::vector<Use>> uses_;  // by literal
  std::vector<std::uint8_t> needs_;     // by pattern: a bit for each cover it needs
  std::vector<std::uint32_t> always_;   // patterns that need none
};

}  // namespace starlint
