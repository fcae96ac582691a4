// The settings that static-site tools and note takers keep at the top of a file.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/line_index.h"

namespace starlint {

/// The line, from 1, that closes a YAML ("---") or TOML ("+++") front matter; 0 where the text
/// opens with none. A rule at the top of prose opens none.
std::uint32_t front_matter_end(std::string_view utf8, const LineIndex& lines);

}  // namespace starlint
