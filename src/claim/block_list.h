// Parts of a whole that stand in items or table rows, below or above the sentence that tells the
// whole: "The crew numbered 11:" and under it "- 4 drivers", "- 3 loaders" ….
#pragma once

#include <cstdint>
#include <vector>

#include "claim/claim.h"
#include "claim/pattern.h"
#include "outline/outline.h"
#include "text/text.h"

namespace starlint {

/// A phrase that tells the whole of such a list.
struct ListAnchor {
  std::uint32_t block = 0;
  Span figure;  // the whole, in the notes; empty where it is not told, as of shares
  const ClaimEntry* entry = nullptr;
};

/// Gives the parts of each list, and its whole, one group, beginning with `group`. `claims` are in
/// order of place.
void group_block_lists(const Text& text, const Outline& outline, const ClaimPatterns& patterns,
                       const std::vector<ListAnchor>& anchors, std::uint32_t group,
                       std::vector<Claim>& claims);

}  // namespace starlint
