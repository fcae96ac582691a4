// The claims of a file are in order of place.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "claim/claim.h"

namespace starlint {

/// The first claim that begins at an offset or behind it.
inline std::vector<Claim>::const_iterator claims_from(const std::vector<Claim>& claims,
                                                      std::uint32_t offset) {
  return std::lower_bound(
      claims.begin(), claims.end(), offset,
      [](const Claim& claim, std::uint32_t at) { return claim.span.begin < at; });
}

}  // namespace starlint
