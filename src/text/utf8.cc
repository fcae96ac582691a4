#include "text/utf8.h"

#include <unicode/utf8.h>

#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace starlint {

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

char32_t previous_code_point(std::string_view utf8, std::size_t& at) {
  do {
    --at;
  } while (at > 0 && is_continuation(utf8[at]));
  std::size_t after = at;
  return next_code_point(utf8, after);
}

char32_t code_point_at(std::string_view utf8, std::size_t at) {
  return at < utf8.size() ? next_code_point(utf8, at) : 0;
}

char32_t code_point_before(std::string_view utf8, std::size_t at) {
  return at > 0 ? previous_code_point(utf8, at) : 0;
}

void append_code_point(std::string& out, char32_t code_point) {
  std::uint8_t buffer[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, static_cast<std::uint32_t>(code_point));
  out.append(reinterpret_cast<const char*>(buffer), length);
}

#ifdef __SSE2__

static unsigned high_bits(const char* sixteen) {
  return static_cast<unsigned>(
      _mm_movemask_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(sixteen))));
}

static bool is_ascii_64(const char* bytes) {
  const auto* block = reinterpret_cast<const __m128i*>(bytes);
  const __m128i first = _mm_or_si128(_mm_loadu_si128(block), _mm_loadu_si128(block + 1));
  const __m128i second = _mm_or_si128(_mm_loadu_si128(block + 2), _mm_loadu_si128(block + 3));
  return _mm_movemask_epi8(_mm_or_si128(first, second)) == 0;
}

std::size_t find_non_ascii(std::string_view bytes, std::size_t from) {
  std::size_t at = from;
  while (at + 64 <= bytes.size() && is_ascii_64(bytes.data() + at)) at += 64;
  for (; at + 16 <= bytes.size(); at += 16) {
    if (const unsigned bits = high_bits(bytes.data() + at); bits != 0) {
      return at + static_cast<std::size_t>(std::countr_zero(bits));
    }
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80U) ++at;
  return at;
}

#else

std::size_t find_non_ascii(std::string_view bytes, std::size_t from) {
  std::size_t at = from;
  for (std::uint64_t eight = 0; at + 8 <= bytes.size(); at += 8) {
    std::memcpy(&eight, bytes.data() + at, 8);
    if ((eight & 0x8080808080808080U) != 0) break;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80U) ++at;
  return at;
}

#endif

std::size_t find_invalid_utf8(std::string_view utf8, std::size_t from) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  for (std::size_t at = find_non_ascii(utf8, from); at < utf8.size();
       at = find_non_ascii(utf8, at)) {
    while (at < utf8.size() && bytes[at] >= 0x80U) {
      const std::size_t start = at;
      UChar32 code_point = 0;
      U8_NEXT(bytes, at, utf8.size(), code_point);
      if (code_point < 0) return start;
    }
  }
  return utf8.size();
}

}  // namespace starlint
