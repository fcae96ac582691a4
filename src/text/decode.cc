// Bytes to text. Valid UTF-8 is borrowed as it is; anything else is copied with an origin map.
#include "text/decode.h"

#include <algorithm>
#include <cstring>

#include "text/utf8.h"

namespace starlint {

void Transcript::add(char32_t character, std::uint64_t byte, std::size_t bytes) {
  const std::uint32_t at = size();
  append_code_point(utf8, character);
  origin.add(at, byte, {static_cast<std::uint8_t>(size() - at), static_cast<std::uint8_t>(bytes)});
}

void Transcript::copy(std::string_view part, std::uint64_t byte) {
  origin.add(size(), byte);
  utf8 += part;
}

void Transcript::note(DecodeNote::Kind kind, std::uint32_t from, std::uint64_t byte_begin,
                      std::uint64_t byte_end, std::string_view charset) {
  notes.push_back({kind, {from, size()}, byte_begin, byte_end, charset});
}

std::string_view iana_name(Charset charset) {
  switch (charset) {
    case Charset::Utf16Le:
      return "utf-16le";
    case Charset::Utf16Be:
      return "utf-16be";
    case Charset::Utf32Le:
      return "utf-32le";
    case Charset::Utf32Be:
      return "utf-32be";
    case Charset::Utf8:
    case Charset::Legacy:
      break;
  }
  return "utf-8";
}

static bool is_odd_control(char c) {
  constexpr std::string_view kInText = "\b\t\n\v\f\r\x1B";
  return static_cast<unsigned char>(c) < 0x20U && kInText.find(c) == std::string_view::npos;
}

bool is_binary(std::string_view bytes) {
  // Formats that can do with readable bytes and are no text.
  if (bytes.starts_with("%PDF-") || bytes.starts_with("{\\rtf")) return true;
  constexpr std::size_t kSample = 1 << 16;
  constexpr std::ptrdiff_t kFew = 16;
  // Zeros at the end are padding of a file system, not content.
  const std::string_view content = bytes.substr(0, bytes.find_last_not_of('\0') + 1);
  const std::string_view sample = content.substr(0, kSample);
  if (sample.find('\0') == std::string_view::npos) return false;
  if (wide_form(bytes)) return false;
  const auto odd = std::count_if(sample.begin(), sample.end(), is_odd_control);
  return odd >= kFew && static_cast<std::size_t>(odd) * 20 >= sample.size();
}

Text Text::decode(std::string_view bytes) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  Text text;
  const auto take = [&](Transcript transcript, Charset charset, std::string_view name) {
    text.owned_ = std::move(transcript.utf8);
    text.origin_ = std::move(transcript.origin);
    text.notes_ = std::move(transcript.notes);
    text.charset_ = charset;
    text.charset_name_ = name;
  };
  const std::size_t mark = bytes.starts_with(kMark) ? kMark.size() : 0;
  if (const std::optional<WideForm> wide = wide_form(bytes)) {
    take(read_wide(bytes, *wide), wide->charset, iana_name(wide->charset));
  } else if (is_binary(bytes)) {
    text.notes_.push_back({DecodeNote::Kind::Binary, {}, 0, bytes.size(), {}});
  } else if (find_invalid_utf8(bytes, mark) == bytes.size()) {
    text.borrowed_ = bytes.substr(mark);
    if (mark != 0) text.origin_.add(0, mark);
  } else {
    const LegacyCharset* whole = mark == 0 ? whole_file_charset(bytes) : nullptr;
    if (whole != nullptr) {
      take(read_legacy(bytes, *whole), Charset::Legacy, whole->name);
    } else {
      take(read_patched(bytes, mark), Charset::Utf8, iana_name(Charset::Utf8));
    }
  }
  if (mark != 0) {
    text.notes_.insert(text.notes_.begin(), {DecodeNote::Kind::Bom, {}, 0, mark, {}});
  }
  text.lines_ = LineIndex(text.utf8());
  return text;
}

bool Text::binary() const {
  return std::any_of(notes_.begin(), notes_.end(),
                     [](const DecodeNote& note) { return note.kind == DecodeNote::Kind::Binary; });
}

}  // namespace starlint
