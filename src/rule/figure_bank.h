// All phrases of figures of all rules, looked for in one pass: each passage of a file is looked
// through for literals once, and rules run only the phrases that may stand there.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "metric/figure_phrase.h"
#include "metric/metrics.h"
#include "rule/pattern_bank.h"
#include "text/pattern_filter.h"

namespace starlint {

/// A phrase in the bank.
using PhraseId = std::uint32_t;

/// Filled while rules are compiled, then frozen; after freeze() const and thread-safe.
class FigureBank {
 public:
  /// `ready`: see PatternFilter.
  explicit FigureBank(std::span<const std::uint64_t> ready = {}) : filter_(ready) {}

  /// The same phrase twice is one.
  Result<PhraseId> add(std::string_view phrase, const WordLists& words, bool known_good);
  void freeze() { filter_.freeze(); }

  /// The passages in which each phrase may stand.
  PatternHits candidates(const Metrics& metrics) const;
  const FigurePhrase& phrase(PhraseId id) const { return phrases_[id]; }
  const PatternFilter& filter() const { return filter_; }

 private:
  std::map<std::string, PhraseId, std::less<>> ids_;
  std::vector<FigurePhrase> phrases_;
  PatternFilter filter_;
};

}  // namespace starlint
