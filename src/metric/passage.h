// One block of prose as phrases see it: masked, with its typed values. Values only.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "claim/grammar/values.h"
#include "claim/masked.h"
#include "outline/outline.h"
#include "text/text.h"

namespace starlint {

struct Passage {
  Passage(std::uint32_t block_index, std::string_view text, Span within, std::vector<Typed> typed)
      : block(block_index), values(std::move(typed)), masked(text, within, values) {}

  std::uint32_t block;  // index into Outline::blocks
  std::vector<Typed> values;
  Masked masked;

  /// The words of a span of masked.text().
  std::string_view slice(Span span) const { return masked.text().substr(span.begin, span.size()); }
};

/// The prose blocks of a file, in order.
std::vector<Passage> read_passages(const Text& text, const Outline& outline,
                                   const Lexicon& lexicon);

}  // namespace starlint
