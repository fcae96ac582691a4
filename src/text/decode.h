// The steps of the charset ladder: byte order mark, zeros of UTF-16 and UTF-32, strict UTF-8, and
// only then a guess at a legacy charset. Private to text/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/charset.h"
#include "text/text.h"

namespace starlint {

/// Decoded characters and their origin, written from left to right.
class Transcript {
 public:
  /// The character read from `bytes` bytes of the file at `byte`.
  void add(char32_t character, std::uint64_t byte, std::size_t bytes);
  /// Bytes that are UTF-8 already.
  void copy(std::string_view utf8, std::uint64_t byte);
  /// The note covers what was written since `from`.
  void note(DecodeNote::Kind kind, std::uint32_t from, std::uint64_t byte_begin,
            std::uint64_t byte_end, std::string_view charset = {});
  std::uint32_t size() const { return static_cast<std::uint32_t>(utf8.size()); }

  std::string utf8;
  OriginMap origin;
  std::vector<DecodeNote> notes;
};

/// UTF-16 or UTF-32, by byte order mark or by where the zeros stand.
struct WideForm {
  Charset charset;
  std::size_t mark;  // length of the byte order mark
};
std::optional<WideForm> wide_form(std::string_view bytes);
Transcript read_wide(std::string_view bytes, WideForm form);

Transcript read_legacy(std::string_view bytes, const LegacyCharset& charset);

/// UTF-8 with ill-formed runs: they are read in the likeliest charset, or as U+FFFD where that
/// gives no text.
Transcript read_patched(std::string_view bytes, std::size_t from);

/// The legacy charset of the whole file, or nullptr where it is rather UTF-8 with ill-formed runs.
const LegacyCharset* whole_file_charset(std::string_view bytes);

std::string_view iana_name(Charset charset);

}  // namespace starlint
