// UTF-16 and UTF-32.
#include <algorithm>
#include <array>

#include "text/decode.h"
#include "text/utf8.h"

namespace starlint {

namespace {

using namespace std::string_view_literals;

unsigned unit_size(Charset charset) {
  return charset == Charset::Utf32Le || charset == Charset::Utf32Be ? 4 : 2;
}

bool is_little(Charset charset) {
  return charset == Charset::Utf16Le || charset == Charset::Utf32Le;
}

std::optional<WideForm> form_by_mark(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return WideForm{Charset::Utf32Le, 4};
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return WideForm{Charset::Utf32Be, 4};
  if (bytes.starts_with("\xFF\xFE"sv)) return WideForm{Charset::Utf16Le, 2};
  if (bytes.starts_with("\xFE\xFF"sv)) return WideForm{Charset::Utf16Be, 2};
  return std::nullopt;
}

/// Western text in UTF-16 has a zero in every second byte, in UTF-32 in two or three of four.
std::optional<WideForm> form_by_zeros(std::string_view bytes) {
  constexpr std::size_t kSample = 4096;
  const std::string_view sample =
      bytes.substr(0, std::min(bytes.size(), kSample) & ~std::size_t{3});
  if (bytes.size() % 2 != 0 || bytes.size() < 4) return std::nullopt;
  std::array<std::size_t, 4> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 4] += sample[i] == '\0' ? 1U : 0U;
  const std::size_t quads = sample.size() / 4;
  const auto many = [&](std::size_t count) { return count * 10 >= quads * 3; };
  const auto few = [&](std::size_t count) { return count * 20 < quads || count == 0; };
  if (many(zeros[3]) && many(zeros[2]) && few(zeros[0])) return WideForm{Charset::Utf32Le, 0};
  if (many(zeros[0]) && many(zeros[1]) && few(zeros[3])) return WideForm{Charset::Utf32Be, 0};
  if (many(zeros[1]) && many(zeros[3]) && few(zeros[0] + zeros[2])) {
    return WideForm{Charset::Utf16Le, 0};
  }
  if (many(zeros[0]) && many(zeros[2]) && few(zeros[1] + zeros[3])) {
    return WideForm{Charset::Utf16Be, 0};
  }
  return std::nullopt;
}

char32_t unit_at(std::string_view bytes, std::size_t at, Charset charset) {
  const unsigned size = unit_size(charset);
  char32_t unit = 0;
  for (unsigned i = 0; i < size; ++i) {
    const unsigned place = is_little(charset) ? size - 1 - i : i;
    unit = (unit << 8U) | static_cast<unsigned char>(bytes[at + place]);
  }
  return unit;
}

bool is_surrogate(char32_t unit) { return unit >= 0xD800 && unit <= 0xDFFF; }

/// The character at `at` and its length in bytes.
std::pair<char32_t, std::size_t> character_at(std::string_view bytes, std::size_t at,
                                              Charset charset) {
  const std::size_t size = unit_size(charset);
  if (at + size > bytes.size()) return {kReplacement, bytes.size() - at};
  const char32_t unit = unit_at(bytes, at, charset);
  if (!is_surrogate(unit)) return {unit <= 0x10FFFF ? unit : kReplacement, size};
  if (size == 2 && unit < 0xDC00 && at + 4 <= bytes.size()) {
    const char32_t low = unit_at(bytes, at + 2, charset);
    if (low >= 0xDC00 && low <= 0xDFFF) {
      return {0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00), 4};
    }
  }
  return {kReplacement, size};
}

}  // namespace

std::optional<WideForm> wide_form(std::string_view bytes) {
  const std::optional<WideForm> marked = form_by_mark(bytes);
  return marked ? marked : form_by_zeros(bytes);
}

Transcript read_wide(std::string_view bytes, WideForm form) {
  Transcript out;
  for (std::size_t at = form.mark; at < bytes.size();) {
    const auto [character, size] = character_at(bytes, at, form.charset);
    out.add(character, at, size);
    at += size;
  }
  out.note(form.mark != 0 ? DecodeNote::Kind::Wide : DecodeNote::Kind::WideUnmarked, 0, 0,
           bytes.size(), iana_name(form.charset));
  return out;
}

}  // namespace starlint
