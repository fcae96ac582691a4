#include "text/utf8.h"

#include <unicode/utf8.h>

#include <cstring>

namespace starlint {

static bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::uint32_t count_code_points(std::string_view utf8) {
  std::uint32_t count = 0;
  for (const char c : utf8) count += is_continuation(c) ? 0U : 1U;
  return count;
}

std::uint32_t count_utf16_units(std::string_view utf8) {
  std::uint32_t count = 0;
  for (const char c : utf8) {
    count += is_continuation(c) ? 0U : 1U;
    count += static_cast<unsigned char>(c) >= 0xF0U ? 1U : 0U;  // four bytes are two units
  }
  return count;
}

char32_t next_code_point(std::string_view utf8, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  UChar32 code_point = 0;
  U8_NEXT_OR_FFFD(bytes, at, utf8.size(), code_point);
  return static_cast<char32_t>(code_point);
}

void append_code_point(std::string& out, char32_t code_point) {
  std::uint8_t buffer[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, static_cast<std::uint32_t>(code_point));
  out.append(reinterpret_cast<const char*>(buffer), length);
}

std::size_t find_invalid_utf8(std::string_view utf8, std::size_t from) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  std::size_t at = from;
  while (at < utf8.size()) {
    std::uint64_t eight = 0;
    if (at + 8 <= utf8.size()) {
      std::memcpy(&eight, utf8.data() + at, 8);
      if ((eight & 0x8080808080808080U) == 0) {
        at += 8;
        continue;
      }
    }
    const std::size_t start = at;
    UChar32 code_point = 0;
    U8_NEXT(bytes, at, utf8.size(), code_point);
    if (code_point < 0) return start;
  }
  return utf8.size();
}

}  // namespace starlint
