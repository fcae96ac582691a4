// A line of a form, a label with its value: "Duration: 6 months", "**Role:** developer".
#pragma once

#include <cstddef>
#include <string_view>

namespace starlint {

/// Bytes of a line up to behind the colon of the few words that it opens with, marks of emphasis
/// included, where a blank and a value follow; 0 elsewhere.
std::size_t field_label_size(std::string_view line);

/// Whether the content of a line is one: a label and a short value that is no sentence.
bool is_field_line(std::string_view content);

}  // namespace starlint
