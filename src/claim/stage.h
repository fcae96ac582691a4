// Where in a change a figure stands, by the words of its sentence and clause. Pure.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "claim/block_words.h"
#include "claim/claim.h"
#include "claim/pattern.h"

namespace starlint {

/// "Took 3 hours", "now takes 40 minutes", "cut by 2 hours".
enum class Stage : std::uint8_t { Unsaid, Before, After, Delta };

/// A block and its words; all outlive it.
struct WordedBlock {
  std::string_view text;  // of the file
  Span span;
  const std::vector<BlockWord>& words;
  const std::vector<Claim>& claims;  // of the file
};

/// Of the figure at `at`, whose sentence is [begin, end) of the words.
Stage stage_of(const WordedBlock& block, std::size_t begin, std::size_t end, std::size_t at,
               const ClaimPatterns& patterns);

/// The claim that is the old end of "from 11 snags down to five", "11 snags a month, down to five",
/// of which the figure at `at` is the new one; kNone where there is none.
std::uint32_t old_end(const WordedBlock& block, std::size_t at, const ClaimPatterns& patterns);

}  // namespace starlint
