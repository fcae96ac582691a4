// Small text helpers: std::format is not in this C++20.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace starlint {

namespace detail {
inline void append(std::string& out, std::string_view part) { out += part; }
inline void append(std::string& out, char part) { out += part; }
void append(std::string& out, std::int64_t part);
void append(std::string& out, std::uint64_t part);
inline void append(std::string& out, int part) { append(out, static_cast<std::int64_t>(part)); }
inline void append(std::string& out, unsigned part) {
  append(out, static_cast<std::uint64_t>(part));
}
}  // namespace detail

/// All parts joined: cat("line ", 4, ": ", text).
template <typename... Parts>
std::string cat(const Parts&... parts) {
  std::string out;
  (detail::append(out, parts), ...);
  return out;
}

/// A number as people write it: at most `decimals` places, no trailing zeros, "." as the point.
std::string decimal(double value, int decimals = 1);

bool is_ascii_space(char c);
bool is_ascii_digit(char c);
bool is_ascii_alpha(char c);
inline bool is_ascii_alnum(char c) { return is_ascii_digit(c) || is_ascii_alpha(c); }
char ascii_lower(char c);
std::string ascii_lower(std::string_view text);
bool equals_ignoring_ascii_case(std::string_view a, std::string_view b);

/// Without ASCII white space at both ends.
std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// The candidate nearest to `word` by edit distance, where one is near enough to be meant; else "".
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace starlint
