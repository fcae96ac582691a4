// Words of the notes for a message: they may be wrapped where they stand, and no line breaks there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace starlint {

/// Runs of ASCII white space as one blank, none at the ends; no more than `limit` bytes are read
/// out, which may end inside a character.
std::string one_line(std::string_view text, std::size_t limit = std::string_view::npos);

/// Text with a line break becomes one_line(); other text stays as it stands, blanks and all.
void unwrap(std::string& text);

}  // namespace starlint
