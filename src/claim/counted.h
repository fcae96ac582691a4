// What a figure counts, by the words behind it, and of what a list is. Pure.
#pragma once

#include <cstdint>
#include <string_view>

#include "claim/list.h"
#include "claim/masked.h"
#include "claim/pattern.h"

namespace starlint {

/// "The desk had 300 open cases" is no size of the desk: the first plural behind the figure at
/// `offset` of the masked text is none of the word class. "One table": the word behind is not.
bool counts_others(const Masked& masked, std::uint32_t offset, bool one,
                   std::string_view word_class, const ClaimPatterns& patterns);

/// "The desk had two writers and an editor": the figure at `offset` counts the first of several
/// parts, each of the word class.
bool counts_first_part(const Masked& masked, std::uint32_t offset, std::string_view word_class,
                       const ClaimPatterns& patterns);

/// "The desk had one table, one phone list and one cactus": most items are none of the word class.
bool lists_others(const PartList& list, std::string_view word_class, const ClaimPatterns& patterns);

}  // namespace starlint
