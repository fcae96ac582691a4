// Bytes that are not UTF-8: a whole file in a legacy charset, or UTF-8 with ill-formed runs.
#include <algorithm>

#include "text/character.h"
#include "text/decode.h"
#include "text/guess.h"
#include "text/utf8.h"

namespace starlint {

namespace {

/// A character outside the BMP written as two surrogates of three bytes each (CESU-8).
std::optional<char32_t> surrogate_pair(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(bytes[at + i]));
  };
  if (at + 6 > bytes.size() || byte(0) != 0xED || byte(3) != 0xED) return std::nullopt;
  if ((byte(1) & 0xF0U) != 0xA0U || (byte(4) & 0xF0U) != 0xB0U) return std::nullopt;
  if (!is_continuation(bytes[at + 2]) || !is_continuation(bytes[at + 5])) return std::nullopt;
  const char32_t high = ((byte(1) & 0x0FU) << 6U) | (byte(2) & 0x3FU);
  const char32_t low = ((byte(4) & 0x0FU) << 6U) | (byte(5) & 0x3FU);
  return 0x10000U + (high << 10U) + low;
}

/// How many sequences of two bytes, and of more, are well-formed, and how many subparts are not.
struct Census {
  std::size_t pairs = 0;
  std::size_t longer = 0;
  std::size_t invalid = 0;
};

Census count_sequences(std::string_view bytes) {
  Census census;
  std::size_t bad = find_invalid_utf8(bytes);
  for (std::size_t at = find_non_ascii(bytes); at < bytes.size(); at = find_non_ascii(bytes, at)) {
    const std::size_t begin = at;
    if (begin != bad) {
      next_code_point(bytes, at);
      ++(at - begin == 2 ? census.pairs : census.longer);
      continue;
    }
    if (surrogate_pair(bytes, at)) {
      at += 6;
    } else {
      next_code_point(bytes, at);
      ++census.invalid;
    }
    bad = find_invalid_utf8(bytes, at);
  }
  return census;
}

bool is_cyrillic(const LegacyCharset& charset) {
  return charset.name == "windows-1251" || charset.name == "koi8-r";
}

/// The end of the ill-formed bytes that begin at `at`.
std::size_t end_of_run(std::string_view bytes, std::size_t at) {
  std::size_t end = at;
  do {
    next_code_point(bytes, end);
  } while (end < bytes.size() && static_cast<unsigned char>(bytes[end]) >= 0x80U &&
           find_invalid_utf8(bytes.substr(0, std::min(bytes.size(), end + 4)), end) == end);
  return end;
}

void read_surrogates(Transcript& out, std::size_t& at, char32_t character) {
  const std::uint32_t from = out.size();
  out.add(character, at, 6);
  out.note(DecodeNote::Kind::Surrogates, from, at, at + 6);
  at += 6;
}

struct Guessed {
  char32_t character;
  std::size_t begin, end;
};

/// The run in the guessed charset; empty where some of it would be no text.
std::vector<Guessed> guess_run(std::string_view bytes, std::size_t begin, std::size_t end,
                               const LegacyCharset* guess) {
  std::vector<Guessed> out;
  if (guess == nullptr) return out;
  LegacyDecoder decoder(*guess);
  const std::string_view run = bytes.substr(0, end);
  for (std::size_t at = begin; at < end;) {
    const std::size_t from = at;
    const char32_t character = decoder.next(run, at);
    if (character == kReplacement || is_control(character) || is_unassigned(character)) return {};
    out.push_back({character, from, at});
  }
  return out;
}

void read_run(Transcript& out, std::string_view bytes, std::size_t& at,
              const LegacyCharset* guess) {
  const std::size_t begin = at;
  at = end_of_run(bytes, at);
  const std::uint32_t from = out.size();
  const std::vector<Guessed> guessed = guess_run(bytes, begin, at, guess);
  for (const Guessed& one : guessed) out.add(one.character, one.begin, one.end - one.begin);
  if (!guessed.empty()) {
    out.note(DecodeNote::Kind::GuessedBytes, from, begin, at, guess->name);
    return;
  }
  for (std::size_t part = begin; part < at;) {
    const std::size_t start = part;
    next_code_point(bytes, part);
    out.add(kReplacement, start, part - start);
  }
  out.note(DecodeNote::Kind::InvalidBytes, from, begin, at);
}

}  // namespace

const LegacyCharset* whole_file_charset(std::string_view bytes) {
  constexpr std::size_t kStray = 2;  // so few bad bytes are slips in a file of ASCII
  const Census census = count_sequences(bytes);
  if (census.invalid <= kStray) return nullptr;
  const LegacyCharset* guess = guess_charset(bytes);
  if (guess == nullptr || census.pairs + census.longer == 0) return guess;
  // Bytes of these charsets are well-formed UTF-8 now and then, capitals before a sign in Cyrillic,
  // any two in East Asia; Western text never is.
  const std::size_t chance = guess->multibyte ? 1 : 8;
  const bool by_chance = guess->multibyte || is_cyrillic(*guess);
  const bool rare = census.pairs * chance < census.invalid && census.longer * 4 <= census.invalid;
  return by_chance && rare ? guess : nullptr;
}

/// The ill-formed runs alone, each between its neighbours.
static std::string ill_formed_runs(std::string_view bytes) {
  std::string runs;
  for (std::size_t at = find_invalid_utf8(bytes); at < bytes.size();
       at = find_invalid_utf8(bytes, at)) {
    if (surrogate_pair(bytes, at)) {
      at += 6;
      continue;
    }
    const std::size_t begin = at;
    at = end_of_run(bytes, at);
    const auto neighbour = [&](std::size_t place) {
      const bool ascii = place < bytes.size() && static_cast<unsigned char>(bytes[place]) < 0x80U;
      return ascii ? bytes[place] : ' ';
    };
    runs += neighbour(begin - 1);
    runs += bytes.substr(begin, at - begin);
    runs += neighbour(at);
  }
  return runs;
}

Transcript read_legacy(std::string_view bytes, const LegacyCharset& charset) {
  Transcript out;
  LegacyDecoder decoder(charset);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t ascii_end = find_non_ascii(bytes, at);
    if (ascii_end > at) out.copy(bytes.substr(at, ascii_end - at), at);
    at = ascii_end;
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) >= 0x80U) {
      const std::size_t begin = at;
      const char32_t character = decoder.next(bytes, at);
      out.add(character, begin, at - begin);
    }
  }
  out.note(DecodeNote::Kind::Legacy, 0, 0, bytes.size(), charset.name);
  return out;
}

Transcript read_patched(std::string_view bytes, std::size_t from) {
  const LegacyCharset* guess = guess_charset(ill_formed_runs(bytes.substr(from)));
  Transcript out;
  std::size_t copied = from;
  for (std::size_t bad = find_invalid_utf8(bytes, from); bad < bytes.size();
       bad = find_invalid_utf8(bytes, copied)) {
    if (bad > copied) out.copy(bytes.substr(copied, bad - copied), copied);
    copied = bad;
    if (const std::optional<char32_t> pair = surrogate_pair(bytes, bad)) {
      read_surrogates(out, copied, *pair);
    } else {
      read_run(out, bytes, copied, guess);
    }
  }
  out.copy(bytes.substr(copied), copied);
  return out;
}

}  // namespace starlint
