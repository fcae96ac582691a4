// FNV-1a, 64 bits: small, stable on every machine; not for secrets.
#pragma once

#include <cstdint>
#include <string_view>

namespace starlint {

inline constexpr std::uint64_t kHashSeed = 0xcbf29ce484222325U;

constexpr std::uint64_t hash_of(std::string_view text, std::uint64_t seed = kHashSeed) {
  for (const char c : text) {
    seed ^= static_cast<unsigned char>(c);
    seed *= 0x100000001b3U;
  }
  return seed;
}

}  // namespace starlint
