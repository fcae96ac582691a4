#include "damage/mojibake_table.h"

#include <algorithm>
#include <utility>

#include "text/charset.h"

namespace starlint {

namespace {

constexpr std::size_t kSlots = 2048;

/// Characters that converters disagree on: either stands for the byte of the other.
constexpr std::array<std::pair<char32_t, char32_t>, 8> kTwins = {{{0x2126, 0x03A9},
                                                                  {0x03BC, 0x00B5},
                                                                  {0x0394, 0x2206},
                                                                  {0x03B2, 0x00DF},
                                                                  {0x2208, 0x03B5},
                                                                  {0x2211, 0x03A3},
                                                                  {0x220F, 0x03A0},
                                                                  {0x00A4, 0x20AC}}};

bool is_lead(std::uint8_t byte) { return byte >= 0xC2 && byte <= 0xF4; }

}  // namespace

const std::array<MojibakeCharset, kMojibakeCharsets>& mojibake_charsets() {
  static const std::array<MojibakeCharset, kMojibakeCharsets> charsets = {{
      {"windows-1252", "windows-1252", DamageKind::MojibakeWestern, LeadStyle::Latin},
      {"macintosh", "macintosh", DamageKind::MojibakeMac, LeadStyle::Mac},
      {"ibm437", "IBM437", DamageKind::MojibakeDos, LeadStyle::Box},
      {"ibm850", "IBM850", DamageKind::MojibakeDos, LeadStyle::Box},
      {"windows-1251", "windows-1251", DamageKind::MojibakeCyrillic, LeadStyle::Cyrillic},
      {"windows-1250", "windows-1250", DamageKind::MojibakeOther, LeadStyle::Latin},
      {"windows-1254", "windows-1254", DamageKind::MojibakeOther, LeadStyle::Latin},
      {"windows-1257", "windows-1257", DamageKind::MojibakeOther, LeadStyle::Latin},
      {"windows-1253", "windows-1253", DamageKind::MojibakeOther, LeadStyle::Greek},
  }};
  return charsets;
}

MojibakeTable::MojibakeTable() : slots_(kSlots) {
  for (std::size_t charset = 0; charset < kMojibakeCharsets; ++charset) {
    const UpperHalf upper = upper_half(mojibake_charsets()[charset].converter);
    for (std::size_t i = 0; i < upper.size(); ++i) {
      slot(upper[i])[charset] = static_cast<std::uint8_t>(0x80 + i);
    }
  }
  // ISO 8859-1 differs from windows-1252 in its control characters only: one table reads both.
  for (std::uint8_t control = 0x80; control < 0xA0; ++control) slot(control)[0] = control;
  for (const auto& [twin, usual] : kTwins) {
    const MojibakeBytes left = slot(twin);
    const MojibakeBytes right = slot(usual);
    for (std::size_t charset = 0; charset < kMojibakeCharsets; ++charset) {
      if (left[charset] == 0) slot(twin)[charset] = right[charset];
      if (right[charset] == 0) slot(usual)[charset] = left[charset];
    }
  }
  for (Slot& one : slots_) one.leads = std::any_of(one.bytes.begin(), one.bytes.end(), is_lead);
}

const MojibakeTable& MojibakeTable::instance() {
  static const MojibakeTable table;
  return table;
}

std::size_t MojibakeTable::place_of(char32_t character) const {
  std::size_t place = (character * 0x9E3779B1U >> 16U) % kSlots;
  while (slots_[place].character != 0 && slots_[place].character != character) {
    place = (place + 1) % kSlots;
  }
  return place;
}

MojibakeBytes& MojibakeTable::slot(char32_t character) {
  Slot& found = slots_[place_of(character)];
  found.character = character;
  return found.bytes;
}

const MojibakeBytes* MojibakeTable::find(char32_t character) const {
  const Slot& found = slots_[place_of(character)];
  return found.character == character ? &found.bytes : nullptr;
}

std::uint8_t MojibakeTable::byte_of(char32_t character, std::size_t charset) const {
  const MojibakeBytes* bytes = character < 0x80 ? nullptr : find(character);
  return bytes == nullptr ? std::uint8_t{0} : (*bytes)[charset];
}

bool MojibakeTable::leads(char32_t character) const {
  const Slot& found = slots_[place_of(character)];
  return found.character == character && found.leads;
}

}  // namespace starlint
