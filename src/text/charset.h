// Legacy charsets, through ICU's converters: single-byte ones as a table, all of them as a decoder.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace starlint {

/// A charset that notes were saved in before UTF-8. `name` is the IANA name.
struct LegacyCharset {
  std::string_view name;
  const char* converter;  // ICU's name
  bool multibyte;
};

/// All that decode tells apart, the most usual first.
const std::vector<LegacyCharset>& legacy_charsets();

/// What the 128 upper bytes of a single-byte charset mean: table[b - 0x80]. Bytes without a meaning
/// stand for the control character of the same number, as browsers read them. Built at first use;
/// safe from any thread. REQUIRES: a converter that ICU carries.
using UpperHalf = std::array<char32_t, 128>;
UpperHalf upper_half(const char* converter);

/// Decodes one character after the other. One object per thread.
class LegacyDecoder {
 public:
  explicit LegacyDecoder(const LegacyCharset& charset);
  ~LegacyDecoder();
  LegacyDecoder(const LegacyDecoder&) = delete;
  LegacyDecoder& operator=(const LegacyDecoder&) = delete;

  /// The character at `at`, and `at` moved behind its bytes; U+FFFD for bytes without a meaning.
  /// REQUIRES: at < bytes.size().
  char32_t next(std::string_view bytes, std::size_t& at);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace starlint
