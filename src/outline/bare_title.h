// A title that nothing marks but the room around it.
#pragma once

#include <string_view>

namespace starlint {

/// A few words in small letters that no mark ends: "tape two". Whoever writes all in small
/// letters writes titles so, too.
bool is_low_title(std::string_view line);

}  // namespace starlint
