// SHA-256 (FIPS 180-4). The library stays behind this header.
#pragma once

#include <string>
#include <string_view>

namespace starlint {

/// The digest of `bytes` as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);
/// The same in Base64, as content policies of web pages name it.
std::string sha256_base64(std::string_view bytes);

}  // namespace starlint
