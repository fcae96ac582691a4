// Which of many regular expressions are worth running over a text: those whose required literals it
// holds.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "text/literal_index.h"

namespace starlint {

/// Expressions by the literals they need. A look at packed arrays, which somebody else keeps; const
/// and safe to share between threads.
class FilterTable {
 public:
  /// Holds no expression.
  FilterTable() = default;
  explicit FilterTable(std::span<const std::uint64_t> words);

  std::size_t size() const { return needs_.size(); }
  /// The place of an expression, by its hash; kNone where it is not there.
  std::uint32_t find(std::uint64_t hash) const;
  /// Appends the places of all expressions that match somewhere in `lower`, a text with ASCII
  /// letters lower-cased, and of some that do not; in no order.
  void candidates(std::string_view lower, std::vector<std::uint32_t>& places) const;

 private:
  friend class FilterBuilder;

  /// A cover of an expression that a literal meets.
  struct Use {
    std::uint32_t expression = 0;
    std::uint32_t cover = 0;  // a bit
  };
  struct Hash {
    std::uint64_t hash = 0;
    std::uint64_t expression = 0;
  };

  LiteralIndex literals_;
  std::span<const std::uint32_t> first_;  // by literal, into `uses_`; one more than literals
  std::span<const Use> uses_;
  std::span<const std::uint8_t> needs_;    // by expression: a bit for each cover it needs
  std::span<const std::uint32_t> always_;  // expressions that need none
  std::span<const Hash> hashes_;           // sorted
};

class FilterBuilder;

/// Filled by add() and freeze(), then const and safe to share between threads.
class PatternFilter {
 public:
  /// `ready` are words() of a filter that was filled when the program was built: expressions it
  /// holds are not read again. They outlive the filter.
  explicit PatternFilter(std::span<const std::uint64_t> ready = {});
  PatternFilter(PatternFilter&&) noexcept;
  PatternFilter& operator=(PatternFilter&&) noexcept;
  ~PatternFilter();

  /// The index of the pattern, counted from 0.
  std::uint32_t add(std::string_view expression);
  void freeze();
  std::size_t size() const { return same_.size(); }
  /// The table of the expressions that were not ready; none where all were. Good as long as the
  /// filter. REQUIRES: it is frozen.
  std::span<const std::uint64_t> words() const { return words_; }

  /// Indices, ascending, of all patterns that match somewhere in `text`, and of some that do not.
  std::vector<std::uint32_t> candidates(std::string_view text) const;

 private:
  /// Expressions of a table that were added.
  struct Part {
    FilterTable table;
    std::vector<std::uint32_t> pattern;  // by place in the table: the last one that is it, or kNone

    void add_candidates(std::string_view lower, const std::vector<std::uint32_t>& same,
                        std::vector<std::uint32_t>& out) const;
  };
  std::uint32_t& pattern_of(std::string_view expression);

  Part ready_;
  Part own_;
  std::unique_ptr<FilterBuilder> builder_;  // of `own_`, while it is filled
  std::vector<std::uint64_t> words_;        // of `own_`
  std::vector<std::uint32_t> same_;         // by pattern: an earlier one of the same expression
};

}  // namespace starlint
