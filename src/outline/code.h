// What is program text and what is prose, where no fence says so.
#pragma once

#include <string_view>

namespace starlint {

/// Whether one line, without indentation, reads as program text.
bool looks_like_code(std::string_view line);
/// Whether a line behind program text goes on with it: more of it, or dots for what was left out.
bool continues_code(std::string_view line);

/// Whether a fenced line, without indentation, reads as a sentence.
bool looks_like_prose(std::string_view line);

/// Whether the word behind an opening fence names prose: "```text".
bool names_prose(std::string_view info);

}  // namespace starlint
