// The content words of a text: worked out once, asked for many stretches of it. Topics, accounts
// and sentences overlap.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "claim/pattern.h"

namespace starlint {

/// Const and safe to share between threads.
class ContentIndex {
 public:
  /// REQUIRES: text and patterns outlive it.
  ContentIndex(std::string_view text, const ClaimPatterns& patterns);

  /// Stems of the content words of a span, sorted; none that every story has ("team", "month").
  std::vector<std::string> words(Span span) const;

 private:
  /// A word that says something.
  struct Place {
    std::uint32_t begin = 0;
    std::uint32_t content = 0;  // into `contents_`
  };

  std::string_view text_;
  const ClaimPatterns& patterns_;
  std::vector<std::string> contents_;  // sorted
  std::vector<Place> places_;          // in order
};

}  // namespace starlint
