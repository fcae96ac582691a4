// The words of a block in order, with the sentence and clause that each stands in; a figure is one
// word. What contexts of figures are read from.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "claim/claim.h"

namespace starlint {

struct BlockWord {
  Span span;
  std::uint32_t sentence = 0;
  std::uint32_t clause = 0;
  bool first = false;           // of its sentence
  std::uint32_t claim = kNone;  // the words of a figure are one word
};

/// `next` is the first claim that may lie in the block; it walks along.
std::vector<BlockWord> words_of(std::string_view text, Span block, const std::vector<Claim>& claims,
                                std::uint32_t& next);

}  // namespace starlint
