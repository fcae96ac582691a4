#include "text/charset.h"

#include <unicode/ucnv.h>

#include "base/check.h"
#include "text/utf8.h"

namespace starlint {

namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &status));
  SL_CHECK(U_SUCCESS(status));
  return converter;
}

char32_t next_character(UConverter* converter, std::string_view bytes, std::size_t& at) {
  const char* source = bytes.data() + at;
  UErrorCode status = U_ZERO_ERROR;
  const UChar32 character =
      ucnv_getNextUChar(converter, &source, bytes.data() + bytes.size(), &status);
  const auto after = static_cast<std::size_t>(source - bytes.data());
  at = after > at ? after : at + 1;
  if (U_SUCCESS(status)) return static_cast<char32_t>(character);
  ucnv_resetToUnicode(converter);
  return kReplacement;
}

}  // namespace

const std::vector<LegacyCharset>& legacy_charsets() {
  static const std::vector<LegacyCharset> charsets = {
      {"windows-1252", "windows-1252", false},
      {"macintosh", "macintosh", false},
      {"windows-1250", "windows-1250", false},
      {"windows-1251", "windows-1251", false},
      {"koi8-r", "KOI8-R", false},
      {"windows-1253", "windows-1253", false},
      {"gb18030", "gb18030", true},
      {"shift_jis", "windows-31j", true},
      {"big5", "Big5", true},
      {"euc-kr", "windows-949", true},
      {"euc-jp", "EUC-JP", true},
      {"ibm437", "IBM437", false},
      {"ibm850", "IBM850", false},
  };
  return charsets;
}

UpperHalf upper_half(const char* name) {
  const Converter converter = open_converter(name);
  UpperHalf table{};
  for (unsigned byte = 0x80; byte <= 0xFF; ++byte) {
    const char one = static_cast<char>(byte);
    std::size_t at = 0;
    const char32_t character = next_character(converter.get(), {&one, 1}, at);
    table[byte - 0x80] = character == kReplacement ? static_cast<char32_t>(byte) : character;
  }
  return table;
}

struct LegacyDecoder::Impl {
  bool multibyte = false;
  UpperHalf upper{};
  Converter converter;
};

LegacyDecoder::LegacyDecoder(const LegacyCharset& charset) : impl_(std::make_unique<Impl>()) {
  impl_->multibyte = charset.multibyte;
  if (charset.multibyte) {
    impl_->converter = open_converter(charset.converter);
  } else {
    impl_->upper = upper_half(charset.converter);
  }
}

LegacyDecoder::~LegacyDecoder() = default;

char32_t LegacyDecoder::next(std::string_view bytes, std::size_t& at) {
  const auto byte = static_cast<unsigned char>(bytes[at]);
  if (byte >= 0x80U && impl_->multibyte) return next_character(impl_->converter.get(), bytes, at);
  ++at;
  return byte < 0x80U ? byte : impl_->upper[byte - 0x80U];
}

}  // namespace starlint
