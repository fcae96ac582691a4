// Which story of a file a place belongs to.
#pragma once

#include <cstdint>
#include <vector>

#include "narrative/narrative.h"

namespace starlint {

/// The innermost story around an offset, kNone outside of all; in the logarithm of their number.
std::uint32_t story_at(const std::vector<Narrative>& stories, std::uint32_t offset);

}  // namespace starlint
