#include "text/guess.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "text/character.h"
#include "text/utf8.h"

namespace starlint {

namespace {

constexpr std::size_t kSampleBytes = 4096;
constexpr double kNonsense = -8;

struct Reading {
  char32_t character = 0;
  bool high = false;    // made of bytes >= 0x80
  bool common = false;  // in the block of everyday characters of a multi-byte charset
};

struct ByteRange {
  unsigned char first, last;
};

/// Lead bytes of the everyday characters: charsets of East Asia sort them in front.
std::optional<ByteRange> everyday_leads(std::string_view charset) {
  if (charset == "gb18030") return ByteRange{0xA1, 0xD7};
  if (charset == "big5") return ByteRange{0xA1, 0xC6};
  if (charset == "euc-kr") return ByteRange{0xA1, 0xC8};
  if (charset == "euc-jp") return ByteRange{0xA1, 0xCF};
  if (charset == "shift_jis") return ByteRange{0x81, 0x97};
  return std::nullopt;
}

bool is_everyday(std::string_view charset, unsigned char lead, unsigned char trail) {
  const std::optional<ByteRange> leads = everyday_leads(charset);
  if (!leads || lead < leads->first || lead > leads->last) return false;
  return charset == "shift_jis" || charset == "big5" || trail >= 0xA1;
}

/// The lines that hold high bytes, read in one charset.
std::vector<Reading> read_sample(std::string_view bytes, const LegacyCharset& charset) {
  std::vector<Reading> out;
  LegacyDecoder decoder(charset);
  std::size_t high_bytes = 0;
  for (std::size_t at = find_non_ascii(bytes); at < bytes.size() && high_bytes < kSampleBytes;
       at = find_non_ascii(bytes, at)) {
    if (at > 0) out.push_back({static_cast<unsigned char>(bytes[at - 1]), false, false});
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) >= 0x80U) {
      const std::size_t begin = at;
      Reading reading{decoder.next(bytes, at), true, false};
      reading.common = is_everyday(charset.name, static_cast<unsigned char>(bytes[begin]),
                                   static_cast<unsigned char>(bytes[at - 1]));
      high_bytes += at - begin;
      out.push_back(reading);
    }
    if (at < bytes.size()) out.push_back({static_cast<unsigned char>(bytes[at]), false, false});
  }
  return out;
}

double score_letter(const Reading& reading, char32_t before, char32_t after) {
  const Script script = script_of(reading.character);
  double score = 0.3;
  for (const char32_t neighbour : {before, after}) {
    if (!is_letter(neighbour)) continue;
    score += script_of(neighbour) == script ? 0.8 : -2;
  }
  if (is_upper(reading.character) && is_lower(before)) score -= 2.5;
  const bool rows = script == Script::Latin && before >= 0x80 && is_letter(before);
  if (rows) score -= 1.6;  // accented letters seldom stand side by side
  const bool modifier = reading.character == 0xAA || reading.character == 0xBA;
  return modifier && is_letter(after) ? -2 : score;
}

bool is_ascii_letter(char32_t c) { return c < 0x80 && is_letter(c); }

double score_ideograph(const Reading& reading, char32_t before, char32_t after) {
  const Script script = script_of(reading.character);
  const bool half_width = reading.character >= 0xFF61 && reading.character <= 0xFF9F;
  if (half_width) return -1.5;
  double score = reading.common ? 2.5 : -0.6;
  if (script == Script::Kana) score = 2.7;
  if (script == Script::Hangul) score = reading.common ? 2.6 : -1;
  if (is_ascii_letter(before)) score -= 1.5;
  if (is_ascii_letter(after)) score -= 1.5;
  return score;
}

double score_quote(char32_t mark, char32_t before, char32_t after) {
  const bool left = is_letter(before) || is_digit(before);
  const bool right = is_letter(after) || is_digit(after);
  if (mark == 0x2019 && left) return 3;
  const bool opens = mark == 0x2018 || mark == 0x201C || mark == 0xAB || mark == 0x201E;
  if (opens) return right && !left ? 3 : -1;
  return !right && before > ' ' ? 2.5 : -1.5;
}

double score_sign(const Reading& reading, char32_t before, char32_t after) {
  const char32_t c = reading.character;
  const bool between_letters = is_letter(before) && is_letter(after);
  if ((c >= 0x2018 && c <= 0x201E) || c == 0xAB || c == 0xBB) return score_quote(c, before, after);
  if (between_letters && c != 0x2014 && c != 0x2013 && c != 0xB7) return -2.5;
  if (c == 0x2013 || c == 0x2014 || c == 0x2026 || c == 0x2022) return 2;
  const bool by_digit = is_digit(before) || is_digit(after);
  if (c == 0xA3 || c == 0x20AC || c == 0xB0 || c == 0xA5 || c == 0xBD) return by_digit ? 2.5 : 0;
  if (c == 0xA9 || c == 0xAE || c == 0x2122 || c == 0xA7 || c == 0xB5 || c == 0xA0) return 0.8;
  if (c >= 0x3000 && c <= 0x303F) return 2;
  if (c >= 0xFF00 && c <= 0xFF60) return 2;
  return -0.8;
}

double score_of(const Reading& reading, char32_t before, char32_t after) {
  const char32_t c = reading.character;
  if (c == kReplacement || is_unassigned(c) || is_private_use(c)) return kNonsense;
  if (is_control(c)) return kNonsense / 2;
  if (is_east_asian(c)) return score_ideograph(reading, before, after);
  if (is_letter(c)) return score_letter(reading, before, after);
  return score_sign(reading, before, after);
}

double score(std::string_view bytes, const LegacyCharset& charset) {
  const std::vector<Reading> readings = read_sample(bytes, charset);
  double sum = 0;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    if (!readings[i].high) continue;
    const char32_t before = i > 0 ? readings[i - 1].character : 0;
    const char32_t after = i + 1 < readings.size() ? readings[i + 1].character : 0;
    sum += score_of(readings[i], before, after);
  }
  return sum;
}

}  // namespace

const LegacyCharset* guess_charset(std::string_view bytes) {
  const LegacyCharset* best = nullptr;
  double best_score = kNonsense;
  for (const LegacyCharset& charset : legacy_charsets()) {
    // One character of two bytes says as much as two of one.
    const double weighted = score(bytes, charset) * (charset.multibyte ? 1.3 : 1.0);
    if (weighted > best_score) {
      best = &charset;
      best_score = weighted;
    }
  }
  return best;
}

}  // namespace starlint
