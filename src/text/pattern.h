// Regular expressions that return Spans. RE2 stays behind this header: linear time, no look-around,
// no back-references. Compiled objects are immutable and safe to share between threads.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

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

  std::string_view expression() const;

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

}  // namespace starlint
