#include "lsp/position.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/utf8.h"

namespace starlint {

namespace {

constexpr std::array<std::pair<PositionEncoding, std::string_view>, 3> kEncodings = {
    {{PositionEncoding::Utf8, "utf-8"},
     {PositionEncoding::Utf16, "utf-16"},
     {PositionEncoding::Utf32, "utf-32"}}};

std::uint32_t units_of(std::string_view utf8, PositionEncoding encoding) {
  switch (encoding) {
    case PositionEncoding::Utf8:
      return static_cast<std::uint32_t>(utf8.size());
    case PositionEncoding::Utf16:
      return count_utf16_units(utf8);
    case PositionEncoding::Utf32:
      return count_code_points(utf8);
  }
  return 0;
}

/// Bytes of the first `units` units of a line, whole characters only.
std::size_t bytes_of(std::string_view line, std::uint32_t units, PositionEncoding encoding) {
  std::size_t at = 0;
  for (std::uint32_t counted = 0; at < line.size() && counted < units;) {
    const std::size_t begin = at;
    next_code_point(line, at);
    counted += units_of(line.substr(begin, at - begin), encoding);
    if (counted > units) return begin;
  }
  return at;
}

bool ends_line(std::string_view utf8) { return utf8.ends_with('\n') || utf8.ends_with('\r'); }

}  // namespace

std::string_view name_of(PositionEncoding encoding) {
  return kEncodings[static_cast<std::size_t>(encoding)].second;
}

PositionEncoding choose_encoding(const JsonValue* offered) {
  if (offered == nullptr) return PositionEncoding::Utf16;
  for (const auto& [encoding, name] : kEncodings) {
    for (const JsonValue& item : offered->items) {
      if (item.text == name) return encoding;
    }
  }
  return PositionEncoding::Utf16;
}

LspPosition position_at(const LinedText& text, std::uint32_t offset, PositionEncoding encoding) {
  if (offset >= text.utf8.size() && ends_line(text.utf8)) return {text.lines.count(), 0};
  const std::uint32_t line = text.lines.line(offset);
  const Span span = text.lines.span(line, text.utf8);
  const std::uint32_t end = std::min(offset, span.end);
  return {line - 1, units_of(text.utf8.substr(span.begin, end - span.begin), encoding)};
}

std::uint32_t offset_at(const LinedText& text, LspPosition position, PositionEncoding encoding) {
  if (position.line >= text.lines.count()) return static_cast<std::uint32_t>(text.utf8.size());
  const Span span = text.lines.span(position.line + 1, text.utf8);
  const std::string_view line = text.utf8.substr(span.begin, span.size());
  return span.begin + static_cast<std::uint32_t>(bytes_of(line, position.character, encoding));
}

std::optional<LspPosition> read_position(const JsonValue* value) {
  if (value == nullptr) return std::nullopt;
  const std::optional<std::int64_t> line = value->integer("line");
  const std::optional<std::int64_t> character = value->integer("character");
  if (!line || !character || *line < 0 || *character < 0) return std::nullopt;
  // Clients write the largest number they have for "to the end".
  const auto bounded = [](std::int64_t number) {
    return static_cast<std::uint32_t>(std::min<std::int64_t>(number, UINT32_MAX - 1));
  };
  return LspPosition{bounded(*line), bounded(*character)};
}

std::optional<LspRange> read_range(const JsonValue* value) {
  if (value == nullptr) return std::nullopt;
  const std::optional<LspPosition> start = read_position(value->find("start"));
  const std::optional<LspPosition> end = read_position(value->find("end"));
  if (!start || !end) return std::nullopt;
  return LspRange{std::min(*start, *end), std::max(*start, *end)};
}

void write_position(LspPosition position, JsonWriter& json) {
  json.begin_object();
  json.member("line", position.line);
  json.member("character", position.character);
  json.end_object();
}

void write_range(const LspRange& range, JsonWriter& json) {
  json.begin_object();
  json.key("start");
  write_position(range.start, json);
  json.key("end");
  write_position(range.end, json);
  json.end_object();
}

}  // namespace starlint
