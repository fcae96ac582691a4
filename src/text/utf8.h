// UTF-8 as such: counting, stepping, writing, validating.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace starlint {

/// REQUIRES: valid UTF-8.
std::uint32_t count_code_points(std::string_view utf8);
/// REQUIRES: valid UTF-8.
std::uint32_t count_utf16_units(std::string_view utf8);

/// The code point at `at`, and `at` moved behind it. Ill-formed bytes give U+FFFD, one maximal
/// subpart at a time (Unicode 3.9, table 3-8). REQUIRES: at < utf8.size().
char32_t next_code_point(std::string_view utf8, std::size_t& at);
void append_code_point(std::string& out, char32_t code_point);

/// Offset of the first ill-formed byte at or after `from`; utf8.size() where there is none.
std::size_t find_invalid_utf8(std::string_view utf8, std::size_t from = 0);

}  // namespace starlint
