// What a figure counts, by the words behind it. Pure.
#pragma once

#include <cstdint>
#include <string_view>

#include "claim/masked.h"
#include "claim/pattern.h"

namespace starlint {

/// "The desk had 300 open cases" is no size of the desk: the first plural behind the figure at
/// `offset` of the masked text is none of the word class.
bool counts_others(const Masked& masked, std::uint32_t offset, std::string_view word_class,
                   const ClaimPatterns& patterns);

}  // namespace starlint
