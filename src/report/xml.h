// Text inside XML 1.0.
#pragma once

#include <string>
#include <string_view>

namespace starlint {

/// For content and attributes; characters that XML 1.0 cannot hold become U+FFFD.
std::string xml_text(std::string_view utf8);

}  // namespace starlint
