// UTF-8 as such: counting, stepping, writing, validating.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace starlint {

inline constexpr char32_t kReplacement = 0xFFFD;

/// A byte 10xxxxxx: not the first of its character.
inline bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// REQUIRES: valid UTF-8.
std::uint32_t count_code_points(std::string_view utf8);
/// REQUIRES: valid UTF-8.
std::uint32_t count_utf16_units(std::string_view utf8);

/// The code point at `at`, and `at` moved behind it. Ill-formed bytes give U+FFFD, one maximal
/// subpart at a time (Unicode 3.9, table 3-8). REQUIRES: at < utf8.size().
char32_t next_code_point(std::string_view utf8, std::size_t& at);
/// The code point that ends before `at`, and `at` moved to it. REQUIRES: valid UTF-8, 0 < at.
char32_t previous_code_point(std::string_view utf8, std::size_t& at);
/// The code point at `at`; 0 at the end.
char32_t code_point_at(std::string_view utf8, std::size_t at);
/// The code point that ends before `at`; 0 at the beginning. REQUIRES: valid UTF-8.
char32_t code_point_before(std::string_view utf8, std::size_t at);
void append_code_point(std::string& out, char32_t code_point);

/// Offset of the first byte >= 0x80 at or after `from`; bytes.size() where there is none.
std::size_t find_non_ascii(std::string_view bytes, std::size_t from = 0);
/// Offset of the first ill-formed byte at or after `from`; utf8.size() where there is none.
std::size_t find_invalid_utf8(std::string_view utf8, std::size_t from = 0);

}  // namespace starlint
