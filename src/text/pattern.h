// Regular expressions that return Spans. RE2 stays behind this header: linear time, no look-around,
// no back-references. Compiled objects are immutable and safe to share between threads.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace starlint {

struct PatternOptions {
  bool ignore_case = true;
};

/// A match: the whole, then the groups; a group that took no part is empty at offset 0.
struct Match {
  Span whole;
  std::vector<Span> groups;
};

class Pattern {
 public:
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

  int group_count() const;
  /// Names of the groups by number, "" where unnamed.
  std::vector<std::string> group_names() const;

 private:
  struct Impl;
  explicit Pattern(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Many patterns in one pass: tells which of them match a text. Build with add() and compile();
/// after that const and thread-safe.
class PatternSet {
 public:
  explicit PatternSet(PatternOptions options = {});
  PatternSet(PatternSet&&) noexcept;
  PatternSet& operator=(PatternSet&&) noexcept;
  ~PatternSet();

  /// The index of the pattern, counted from 0; an Error without a position where it is no valid
  /// RE2.
  Result<int> add(std::string_view expression);
  void compile();
  std::size_t size() const;

  /// Indices of the patterns that match somewhere in `text`, ascending.
  std::vector<int> matches(std::string_view text) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace starlint
