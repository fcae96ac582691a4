// The items of a list inside a sentence, or below it: "five engineers, two analysts, a tester and
// myself", "60% coding, 40% reviews". Which figure each part has, and where the list ends.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "claim/masked.h"
#include "claim/pattern.h"

namespace starlint {

struct ListItem {
  Span span;                    // in Masked::text
  std::uint32_t value = kNone;  // of the block; kNone: one, as in "a tester" and "myself"
  std::string_view noun;        // what is counted or shared
  bool self = false;            // the speaker
};

struct PartList {
  std::vector<ListItem> items;
  bool complete = false;  // nothing but items up to the end
};

/// The items from the beginning of `within` (in block.text()) up to the first piece that is none.
/// `token` is the kind of their figures.
PartList read_list(const Masked& block, Span within, char token, const ClaimPatterns& patterns);

}  // namespace starlint
