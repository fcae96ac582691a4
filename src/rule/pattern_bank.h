// All regular expressions of all rules, looked for in one pass: each block of prose or code of a
// file is looked through for literals once, and rules run only the patterns that may match there.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "outline/outline.h"
#include "text/pattern.h"
#include "text/pattern_filter.h"
#include "text/text.h"

namespace starlint {

/// A pattern in the bank.
using PatternId = std::uint32_t;

/// For one file: the places in which each pattern may match, ascending. Of a PatternBank they are
/// indices into Outline::blocks, of a FigureBank into Metrics::passages.
class PatternHits {
 public:
  PatternHits() = default;
  explicit PatternHits(std::size_t patterns) : places_(patterns) {}
  void add(PatternId pattern, std::uint32_t place) { places_[pattern].push_back(place); }
  const std::vector<std::uint32_t>& places(PatternId pattern) const { return places_[pattern]; }

 private:
  std::vector<std::vector<std::uint32_t>> places_;
};

/// Filled while rules are compiled, then frozen; after freeze() const and thread-safe.
class PatternBank {
 public:
  /// `ready`: see PatternFilter.
  explicit PatternBank(std::span<const std::uint64_t> ready = {}) : filter_(ready) {}

  /// The same expression twice is one pattern. Patterns ignore case; write (?-i:…) where it
  /// matters.
  Result<PatternId> add(std::string_view expression, bool known_good);
  void freeze();

  PatternHits match(const Text& text, const Outline& outline) const;
  /// The compiled pattern, for locating matches inside a block where it may have some.
  const Pattern& pattern(PatternId id) const;
  std::size_t size() const { return patterns_.size(); }
  const PatternFilter& filter() const { return filter_; }

 private:
  std::map<std::string, PatternId, std::less<>> ids_;
  std::vector<Pattern> patterns_;
  PatternFilter filter_;
};

}  // namespace starlint
