// How literals are compared: their first eight bytes at once, and whether a word opens there.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace starlint {

inline constexpr std::size_t kHeadSize = sizeof(std::uint64_t);

/// The bytes from `at` on, as many as fit in a word, the first one lowest; zeros behind the end.
inline std::uint64_t head_at(std::string_view text, std::size_t at) {
  std::uint64_t head = 0;
  if (text.size() - at >= kHeadSize) {
    std::memcpy(&head, text.data() + at, kHeadSize);
  } else {
    std::memcpy(&head, text.data() + at, text.size() - at);
  }
  if constexpr (std::endian::native == std::endian::big) head = __builtin_bswap64(head);
  return head;
}

/// The first `size` bytes of a head.
inline std::uint64_t head_mask(std::size_t size) {
  return size >= kHeadSize ? ~std::uint64_t{0} : (std::uint64_t{1} << (size * 8)) - 1;
}

namespace literal_head {

constexpr std::array<bool, 256> word_bytes() {
  std::array<bool, 256> out{};
  for (std::size_t c = 0; c < out.size(); ++c) {
    out[c] = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }
  return out;
}
inline constexpr std::array<bool, 256> kWordBytes = word_bytes();

}  // namespace literal_head

/// A letter, digit or low line, as \b understands words.
inline bool is_word_byte(char c) { return literal_head::kWordBytes[static_cast<unsigned char>(c)]; }

// Where a literal may begin: bits.
inline constexpr std::uint8_t kInsideWord = 1;
inline constexpr std::uint8_t kBetweenWords = 2;  // and at the opening of one
inline constexpr std::uint8_t kAnywhere = 3;

}  // namespace starlint
