#include "text/character.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "text/utf8.h"

namespace starlint {

static UChar32 icu(char32_t character) { return static_cast<UChar32>(character); }

Script script_of(char32_t character) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(icu(character), &status)) {
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
    case USCRIPT_UNKNOWN:
      return Script::Common;
    case USCRIPT_LATIN:
      return Script::Latin;
    case USCRIPT_GREEK:
      return Script::Greek;
    case USCRIPT_CYRILLIC:
      return Script::Cyrillic;
    case USCRIPT_HAN:
      return Script::Han;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return Script::Kana;
    case USCRIPT_HANGUL:
      return Script::Hangul;
    default:
      return Script::Other;
  }
}

bool is_letter(char32_t character) { return u_isalpha(icu(character)) != 0; }
bool is_upper(char32_t character) { return u_isupper(icu(character)) != 0; }
bool is_lower(char32_t character) { return u_islower(icu(character)) != 0; }
bool is_digit(char32_t character) { return u_isdigit(icu(character)) != 0; }
bool is_space(char32_t character) { return u_isUWhiteSpace(icu(character)) != 0; }
bool is_mark(char32_t character) { return (U_GET_GC_MASK(icu(character)) & U_GC_M_MASK) != 0; }
bool is_control(char32_t character) { return u_charType(icu(character)) == U_CONTROL_CHAR; }
bool is_private_use(char32_t character) { return u_charType(icu(character)) == U_PRIVATE_USE_CHAR; }
bool is_noncharacter(char32_t character) { return U_IS_UNICODE_NONCHAR(icu(character)); }
bool is_unassigned(char32_t character) { return u_isdefined(icu(character)) == 0; }

bool is_right_to_left(char32_t character) {
  const UCharDirection direction = u_charDirection(icu(character));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC ||
         direction == U_ARABIC_NUMBER;
}

bool is_emoji(char32_t character) { return u_hasBinaryProperty(icu(character), UCHAR_EMOJI) != 0; }
bool is_pictographic(char32_t character) {
  return u_hasBinaryProperty(icu(character), UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
}

bool is_east_asian(char32_t character) {
  const Script script = script_of(character);
  return script == Script::Han || script == Script::Kana || script == Script::Hangul;
}

static std::string normalized(const icu::Normalizer2* normalizer, std::string_view utf8,
                              UErrorCode status) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  if (U_SUCCESS(status)) {
    normalizer->normalizeUTF8(0, {utf8.data(), static_cast<std::int32_t>(utf8.size())}, sink,
                              nullptr, status);
  }
  return U_SUCCESS(status) ? out : std::string(utf8);
}

std::string composed(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  return normalized(normalizer, utf8, status);
}

std::string compatible(char32_t character) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCInstance(status);
  std::string utf8;
  append_code_point(utf8, character);
  return normalized(normalizer, utf8, status);
}

}  // namespace starlint
