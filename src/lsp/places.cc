#include "lsp/places.h"

#include <algorithm>

namespace starlint {

bool Places::shares_text(const FileResult& file) const {
  return notebook_.note_of(file) == nullptr || file.text.charset() == Charset::Utf8;
}

std::uint32_t Places::mark_units(const FileResult& file) const {
  if (file.text.byte_offset(0) == 0 || notebook_.note_of(file) == nullptr) return 0;
  return encoding_ == PositionEncoding::Utf8 ? 3 : 1;
}

LspPosition Places::position(const FileResult& file, std::uint32_t offset) const {
  LspPosition out = position_at({file.text.utf8(), file.text.lines()}, offset, encoding_);
  if (out.line == 0) out.character += mark_units(file);
  return out;
}

LspRange Places::range(const FileResult& file, Span span) const {
  return {position(file, span.begin), position(file, span.end)};
}

std::uint32_t Places::offset(const FileResult& file, LspPosition position) const {
  if (position.line == 0) position.character -= std::min(position.character, mark_units(file));
  return offset_at({file.text.utf8(), file.text.lines()}, position, encoding_);
}

Span Places::span(const FileResult& file, const LspRange& range) const {
  return {offset(file, range.start), offset(file, range.end)};
}

void Places::write_location(const FileResult& file, Span span, JsonWriter& json) const {
  json.begin_object();
  json.member("uri", std::string_view(uri(file)));
  json.key("range");
  write_range(range(file, span), json);
  json.end_object();
}

}  // namespace starlint
