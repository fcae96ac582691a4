// A file of notes as text: one immutable UTF-8 buffer that every Span points into, with its lines
// and the way back to the bytes of the file. Decoding is total: every byte string has a Text, and
// what was wrong with the bytes is said in notes(). Any thread may read a finished Text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/line_index.h"
#include "text/origin_map.h"

namespace starlint {

/// How the bytes of the file were read.
enum class Charset : std::uint8_t { Utf8, Utf16Le, Utf16Be, Utf32Le, Utf32Be, Legacy };

/// A place where the bytes were not what they should be, in both coordinates.
struct DecodeNote {
  enum class Kind : std::uint8_t {
    InvalidBytes,  // not UTF-8 and without a likely meaning: read as U+FFFD
    GuessedBytes,  // not UTF-8: read in `charset`, a guess
    Surrogates,    // a pair of surrogates of three bytes each, read as the character it means
    Bom,           // a UTF-8 byte order mark: not part of the text
    Legacy,        // the whole file is in the legacy `charset`, a guess
    Wide,          // the whole file is UTF-16 or UTF-32 and says so with a byte order mark
    WideUnmarked,  // the same by the look of its zeros
    Binary,        // not text: read as nothing
  };
  Kind kind = Kind::InvalidBytes;
  Span text;
  std::uint64_t byte_begin = 0;
  std::uint64_t byte_end = 0;
  std::string_view charset = {};  // IANA name, of static storage
};

/// A place as people count: 1-based line, 1-based column in code points.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  auto operator<=>(const Position&) const = default;
};

/// Not text at all: many control characters among zeros, and neither UTF-16 nor UTF-32.
bool is_binary(std::string_view bytes);

class Text {
 public:
  /// Decodes `bytes`, which must outlive the Text: plain UTF-8 is not copied. A byte order mark is
  /// no part of the text.
  static Text decode(std::string_view bytes);

  std::string_view utf8() const { return owned_.empty() ? borrowed_ : std::string_view(owned_); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(utf8().size()); }
  std::string_view slice(Span span) const { return utf8().substr(span.begin, span.size()); }
  Span all() const { return {0, size()}; }

  const LineIndex& lines() const { return lines_; }
  /// 1-based line of an offset.
  std::uint32_t line(std::uint32_t offset) const { return lines_.line(offset); }
  /// Line and column in code points.
  Position position(std::uint32_t offset) const;
  /// 1-based column in UTF-16 code units, as SARIF and editors count.
  std::uint32_t utf16_column(std::uint32_t offset) const;
  /// The offset in the file's bytes.
  std::uint64_t byte_offset(std::uint32_t offset) const { return origin_.byte_offset(offset); }

  Charset charset() const { return charset_; }
  /// The IANA name, for messages and SARIF: "utf-8", "utf-16le", "windows-1252".
  std::string_view charset_name() const { return charset_name_; }
  /// In the order of the file.
  const std::vector<DecodeNote>& notes() const { return notes_; }
  /// Not text at all: utf8() is empty, and there is nothing to lint.
  bool binary() const;

 private:
  std::string owned_;
  std::string_view borrowed_;
  LineIndex lines_;
  OriginMap origin_;
  Charset charset_ = Charset::Utf8;
  std::string_view charset_name_ = "utf-8";
  std::vector<DecodeNote> notes_;
};

}  // namespace starlint
