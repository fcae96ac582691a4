// The page's skeleton, style and script, compiled in from the files beside this one.
#pragma once

#include <string_view>

namespace starlint {

extern const std::string_view kPageSkeleton;
extern const std::string_view kPageStyle;
extern const std::string_view kPageScript;

}  // namespace starlint
