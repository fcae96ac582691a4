#include "base/sha256.h"

#include <nettle/sha2.h>

#include <array>

namespace starlint {

std::string sha256_hex(std::string_view bytes) {
  static constexpr char kHex[] = "0123456789abcdef";
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest;
  sha256_digest(&context, digest.size(), digest.data());
  std::string out;
  for (const std::uint8_t byte : digest) {
    out += kHex[byte / 16];
    out += kHex[byte % 16];
  }
  return out;
}

}  // namespace starlint
