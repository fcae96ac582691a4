// A title that nothing marks but the room around it.
#pragma once

#include <cstdint>
#include <string_view>

namespace starlint {

/// A few words in small letters that no mark ends: "tape two". Whoever writes all in small
/// letters writes titles so, too.
bool is_low_title(std::string_view line);

/// Where the title begins behind a number in brackets, "[2] Slow checkout"; 0 without one.
std::uint32_t behind_bracketed_number(std::string_view line);

}  // namespace starlint
