// The pass over the text: skip what is plain, stop at what could be damage, ask its detectors.
#include "damage/damage.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/strings.h"
#include "damage/mojibake_table.h"
#include "damage/scan.h"
#include "text/character.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace starlint {

namespace {

constexpr std::string_view kEscapeStarts = "&=%\\`?[";

constexpr bool is_stop(unsigned char byte) {
  if (byte >= 0x7F) return true;
  if (byte < 0x20) return byte != '\n' && byte != '\t' && byte != '\r';
  return kEscapeStarts.find(static_cast<char>(byte)) != std::string_view::npos;
}

constexpr std::array<bool, 256> stop_table() {
  std::array<bool, 256> table{};
  for (unsigned byte = 0; byte < 256; ++byte)
    table[byte] = is_stop(static_cast<unsigned char>(byte));
  return table;
}
constexpr std::array<bool, 256> kStops = stop_table();

#ifdef __SSE2__
/// One bit for each of sixteen bytes that is_stop().
unsigned stops_in(const char* sixteen) {
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(sixteen));
  const auto equal = [&](char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); };
  const __m128i low_or_high = _mm_cmplt_epi8(bytes, _mm_set1_epi8(0x20));  // signed
  const __m128i space = _mm_or_si128(_mm_or_si128(equal('\n'), equal('\t')), equal('\r'));
  __m128i stops = _mm_or_si128(_mm_andnot_si128(space, low_or_high), equal(0x7F));
  // Written out: a loop over kEscapeStarts is not unrolled at -O2 and costs half the speed.
  const __m128i first = _mm_or_si128(_mm_or_si128(equal('&'), equal('=')), equal('%'));
  const __m128i second = _mm_or_si128(_mm_or_si128(equal('\\'), equal('`')), equal('?'));
  stops = _mm_or_si128(stops, _mm_or_si128(_mm_or_si128(first, second), equal('[')));
  return static_cast<unsigned>(_mm_movemask_epi8(stops));
}
#endif

std::uint32_t next_stop(std::string_view utf8, std::uint32_t at) {
  const auto size = static_cast<std::uint32_t>(utf8.size());
#ifdef __SSE2__
  for (; at + 16 <= size; at += 16) {
    if (const unsigned stops = stops_in(utf8.data() + at); stops != 0) {
      return at + static_cast<std::uint32_t>(std::countr_zero(stops));
    }
  }
#endif
  while (at < size && !kStops[static_cast<unsigned char>(utf8[at])]) ++at;
  return at;
}

std::uint32_t visit_ascii(Scan& scan, std::uint32_t at) {
  switch (scan.utf8[at]) {
    case '&':
      return find_entity(scan, at);
    case '=':
      return find_quoted_printable(scan, at);
    case '%':
      return find_percent(scan, at);
    case '\\':
      return find_unicode_escape(scan, at);
    case '`':
      return find_wrong_apostrophe(scan, at);
    case '?':
      return find_question_mark(scan, at);
    case '[':
      return find_ansi_remnant(scan, at);
    default:
      return find_control(scan, at);
  }
}

struct Block {
  char32_t first, last;
  Detector detector;
};

/// Sorted by the first character of each block.
constexpr std::array kBlocks = {
    Block{0x0080, 0x009F, find_c1},
    Block{0x00A0, 0x00A0, find_space},
    Block{0x00AD, 0x00AD, find_soft_hyphen},
    Block{0x00B4, 0x00B4, find_wrong_apostrophe},
    Block{0x02BC, 0x02BC, find_wrong_apostrophe},
    Block{0x0300, 0x034E, find_uncomposed},
    Block{0x034F, 0x034F, find_zero_width},
    Block{0x0350, 0x036F, find_uncomposed},
    Block{0x0370, 0x052F, find_confusable},
    Block{0x061C, 0x061C, find_bidi},
    Block{0x115F, 0x1160, find_zero_width},
    Block{0x1161, 0x1175, find_uncomposed},
    Block{0x1680, 0x1680, find_space},
    Block{0x180E, 0x180E, find_zero_width},
    Block{0x2000, 0x200A, find_space},
    Block{0x200B, 0x200B, find_zero_width},
    Block{0x200C, 0x200D, find_joiner},
    Block{0x200E, 0x200F, find_bidi},
    Block{0x2018, 0x2018, find_wrong_apostrophe},
    Block{0x201A, 0x201B, find_wrong_apostrophe},
    Block{0x2028, 0x2029, find_unicode_line_end},
    Block{0x202A, 0x202E, find_bidi},
    Block{0x202F, 0x202F, find_space},
    Block{0x2032, 0x2032, find_wrong_apostrophe},
    Block{0x205F, 0x205F, find_space},
    Block{0x2060, 0x2064, find_zero_width},
    Block{0x2066, 0x2069, find_bidi},
    Block{0x206A, 0x206F, find_zero_width},
    Block{0x3000, 0x3000, find_space},
    Block{0x3099, 0x309A, find_uncomposed},
    Block{0x3164, 0x3164, find_zero_width},
    Block{0xE000, 0xF8FF, find_odd_code_point},
    Block{0xFB00, 0xFB06, find_ligature},
    Block{0xFDD0, 0xFDEF, find_odd_code_point},
    Block{0xFE00, 0xFE0F, find_variation_selector},
    Block{0xFEFF, 0xFEFF, find_zero_width},
    Block{0xFF01, 0xFF5E, find_full_width},
    Block{0xFFA0, 0xFFA0, find_zero_width},
    Block{0xFFFD, 0xFFFD, find_replacement},
    Block{0xFFFE, 0xFFFF, find_odd_code_point},
    Block{0x1D400, 0x1D7FF, find_math_letter},
    Block{0xE0000, 0xE007F, find_tag},
    Block{0xE0100, 0xE01EF, find_variation_selector},
};

Detector detector_of(char32_t character) {
  const auto after =
      std::upper_bound(kBlocks.begin(), kBlocks.end(), character,
                       [](char32_t c, const Block& block) { return c < block.first; });
  if (after == kBlocks.begin() || character > (after - 1)->last) return nullptr;
  return (after - 1)->detector;
}

/// One character became several, all beyond ASCII; of Â and Ã the second may have become a space.
bool may_be_mojibake(std::string_view utf8, char32_t character, std::size_t after) {
  const bool alone = after >= utf8.size() || static_cast<unsigned char>(utf8[after]) < 0x80U;
  if (alone) return character == U'Â' || character == U'Ã';
  return MojibakeTable::instance().find(character) != nullptr;
}

std::uint32_t visit_other(Scan& scan, std::uint32_t at) {
  std::size_t after = at;
  const char32_t character = next_code_point(scan.utf8, after);
  if (may_be_mojibake(scan.utf8, character, after)) {
    if (const std::uint32_t end = find_mojibake(scan, at); end != at) return end;
  }
  if (const std::uint32_t end = find_list_glyph(scan, at); end != at) return end;
  if (const Detector detector = detector_of(character)) {
    if (const std::uint32_t end = detector(scan, at); end != at) return end;
  } else if (character >= 0x0530 && is_unassigned(character)) {
    find_odd_code_point(scan, at);
  }
  return static_cast<std::uint32_t>(after);
}

}  // namespace

std::vector<Damage> find_damage(const Text& text, const DamageLexicon& lexicon) {
  Scan scan(text, lexicon);
  find_byte_damage(scan);
  for (std::uint32_t at = next_stop(scan.utf8, 0); at < scan.size();
       at = next_stop(scan.utf8, at)) {
    const bool ascii = static_cast<unsigned char>(scan.utf8[at]) < 0x80U;
    const std::uint32_t end = ascii ? visit_ascii(scan, at) : visit_other(scan, at);
    at = std::max(end, at + 1);
  }
  find_line_ends(scan);
  find_line_shapes(scan);
  find_quote_mixture(scan);
  return scan.finish();
}

}  // namespace starlint
