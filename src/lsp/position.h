// Places as the Language Server Protocol counts them: lines from 0, characters from 0 in units that
// client and server agree on.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/span.h"
#include "json/value.h"
#include "json/writer.h"
#include "text/line_index.h"

namespace starlint {

enum class PositionEncoding : std::uint8_t { Utf8, Utf16, Utf32 };
/// "utf-16".
std::string_view name_of(PositionEncoding encoding);
/// The one to use with a client that offers some ("general/positionEncodings"); UTF-8 is cheapest,
/// and UTF-16 what every client knows.
PositionEncoding choose_encoding(const JsonValue* offered);

struct LspPosition {
  std::uint32_t line = 0;
  std::uint32_t character = 0;
  auto operator<=>(const LspPosition&) const = default;
};

struct LspRange {
  LspPosition start;
  LspPosition end;
};

/// A text with its lines; both are the caller's. REQUIRES: valid UTF-8.
struct LinedText {
  std::string_view utf8;
  const LineIndex& lines;
};

/// The place of an offset; inside a line end that of the end of the line.
LspPosition position_at(const LinedText& text, std::uint32_t offset, PositionEncoding encoding);
/// The offset of a place. Behind the end of a line or of the text it is that end, inside a
/// character the beginning of the character.
std::uint32_t offset_at(const LinedText& text, LspPosition position, PositionEncoding encoding);

/// {"line": 1, "character": 2}; nothing where it is none.
std::optional<LspPosition> read_position(const JsonValue* value);
std::optional<LspRange> read_range(const JsonValue* value);
void write_position(LspPosition position, JsonWriter& json);
void write_range(const LspRange& range, JsonWriter& json);

}  // namespace starlint
