// Stories told one an entry: "- **Conflict:** At the bank …", each paragraph or item with an event
// of its own.
#pragma once

#include <cstdint>
#include <vector>

#include "narrative/story.h"

namespace starlint {

/// The words in bold or italics, or before a colon, that a row opens with and goes on behind; else
/// empty.
Span run_in_title(const Page& page, std::uint32_t row);

/// The stories of rows [first, end), where at least two entries, and half of them, tell one; else
/// none.
std::vector<Story> stories_of_entries(const Page& page, std::uint32_t first, std::uint32_t end);

}  // namespace starlint
