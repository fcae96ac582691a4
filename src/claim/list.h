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
  bool named = false;           // "Anna": somebody by name
  double fraction = 0;          // in words that are no value: 0.5 for "half"; else 0
};

struct PartList {
  std::vector<ListItem> items;
  bool complete = false;  // nothing but items up to the end
};

/// The items from the beginning of `within` (in block.text()) up to the first piece that is none;
/// shares with `figure_first` go on behind it.
/// `token` is the kind of their figures; with `figure_first` no word but a lead-in may stand before
/// one.
PartList read_list(const Masked& block, Span within, char token, bool figure_first,
                   const ClaimPatterns& patterns);

/// Whether a sentence begins with a share that goes into something: "A quarter is lessons."
bool opens_with_share(const Masked& block, Span sentence, const ClaimPatterns& patterns);

/// The list in what a sentence said before its total, from the first figure on; empty where a piece
/// of it may stand before that figure.
Span list_before_total(const Masked& block, Span before, const ClaimPatterns& patterns);

}  // namespace starlint
