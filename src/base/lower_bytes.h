// Lower case of eight bytes at once.
#pragma once

#include <cstdint>

namespace starlint {

/// ASCII letters alone: those from 'A' to 'Z' have no high bit, but one in what is added.
constexpr std::uint64_t lower_bytes(std::uint64_t bytes) {
  constexpr std::uint64_t kEach = 0x0101010101010101U;
  const std::uint64_t low = bytes & (kEach * 0x7F);
  const std::uint64_t from_a = low + kEach * (0x80 - 'A');
  const std::uint64_t behind_z = low + kEach * (0x80 - 'Z' - 1);
  return bytes | (from_a & ~behind_z & ~bytes & (kEach * 0x80)) >> 2;
}

}  // namespace starlint
