// Which passages tell one story: the innermost narrative, else the section they stand in.
#pragma once

#include <cstdint>
#include <vector>

#include "metric/passage.h"
#include "narrative/narrative.h"
#include "outline/outline.h"

namespace starlint {

/// For every passage a number; passages of one story have the same one.
std::vector<std::uint32_t> story_of_passages(const std::vector<Passage>& passages,
                                             const Outline& outline, const Narratives& narratives);

}  // namespace starlint
