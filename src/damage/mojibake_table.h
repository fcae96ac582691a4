// The inverse tables of mojibake: for every character, the byte it was in each charset that UTF-8
// is wrongly read in. Built once from ICU's converters; safe from any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "damage/damage.h"

namespace starlint {

/// How the lead characters of a charset look, which decides how little evidence is enough.
enum class LeadStyle : std::uint8_t { Latin, Mac, Box, Cyrillic, Greek };

struct MojibakeCharset {
  std::string_view name;
  const char* converter;
  DamageKind kind;
  LeadStyle style;
};

inline constexpr std::size_t kMojibakeCharsets = 9;
/// The likeliest first: an ambiguous run belongs to the first that reads it.
const std::array<MojibakeCharset, kMojibakeCharsets>& mojibake_charsets();

/// The bytes >= 0x80 of one character by charset; 0 where a charset lacks it.
using MojibakeBytes = std::array<std::uint8_t, kMojibakeCharsets>;

class MojibakeTable {
 public:
  static const MojibakeTable& instance();
  /// nullptr where no charset has the character. REQUIRES: character >= 0x80.
  const MojibakeBytes* find(char32_t character) const;
  /// The byte in one charset, 0 where it has none.
  std::uint8_t byte_of(char32_t character, std::size_t charset) const;
  /// Whether it can stand for the first byte of a sequence in any charset.
  bool leads(char32_t character) const;

 private:
  MojibakeTable();
  MojibakeBytes& slot(char32_t character);
  struct Slot {
    char32_t character = 0;
    MojibakeBytes bytes{};
    bool leads = false;
  };
  std::size_t place_of(char32_t character) const;
  std::vector<Slot> slots_;  // open addressing
};

}  // namespace starlint
