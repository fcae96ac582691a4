// Properties of single characters, from the Unicode Character Database as ICU carries it. Pure
// functions, safe from any thread. Code point 0 (no character) has no property.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace starlint {

enum class Script : std::uint8_t { Common, Latin, Greek, Cyrillic, Han, Kana, Hangul, Other };
/// The script of a character; Common also for marks that take the script of their base.
Script script_of(char32_t character);

bool is_letter(char32_t character);
bool is_upper(char32_t character);
bool is_lower(char32_t character);
/// A decimal digit of any script.
bool is_digit(char32_t character);
/// White space of any kind, line ends and no-break spaces included.
bool is_space(char32_t character);
/// A mark that combines with the character before it.
bool is_mark(char32_t character);
bool is_control(char32_t character);
bool is_private_use(char32_t character);
bool is_noncharacter(char32_t character);
/// Has no meaning in this Unicode version (surrogates included).
bool is_unassigned(char32_t character);
/// Written from right to left.
bool is_right_to_left(char32_t character);
/// May begin an emoji; true for digits, '#' and '*' too.
bool is_emoji(char32_t character);
/// A picture that joiners may join.
bool is_pictographic(char32_t character);
/// A script written with ideographs, kana or Hangul.
bool is_east_asian(char32_t character);

/// The composed form (NFC) of valid UTF-8.
std::string composed(std::string_view utf8);
/// The compatibility form (NFKC) of one character.
std::string compatible(char32_t character);

}  // namespace starlint
