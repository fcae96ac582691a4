// A line of a form, a label with its value: "Duration: 6 months".
#pragma once

#include <string_view>

namespace starlint {

/// Whether the content of a line is one: a few words, a colon, and a short value that is no
/// sentence.
bool is_field_line(std::string_view content);

}  // namespace starlint
