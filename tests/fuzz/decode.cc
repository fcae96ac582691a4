// Any bytes are a text: well-formed UTF-8, lines that cover it, and a way back that never goes
// backwards nor out of the file.
#include <cstddef>

#include "base/check.h"
#include "text/text.h"
#include "text/utf8.h"

using namespace starlint;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Text text = Text::decode(bytes);
  const std::string_view utf8 = text.utf8();
  // Only zeros make well-formed UTF-8 look like anything else.
  const bool zeros = utf8.find('\0') != std::string_view::npos;
  SL_CHECK(Text::decode(utf8).charset() == Charset::Utf8 || zeros);
  std::string again;
  std::uint64_t last = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto offset = static_cast<std::uint32_t>(at);
    const std::uint64_t origin = text.byte_offset(offset);
    SL_CHECK(origin >= last && origin <= bytes.size());
    last = origin;
    const Span line = text.lines().span(text.line(offset), utf8);
    SL_CHECK(line.begin <= offset && text.utf16_column(offset) >= text.position(offset).column);
    append_code_point(again, next_code_point(utf8, at));
  }
  SL_CHECK(again == utf8);
  for (const DecodeNote& note : text.notes()) {
    SL_CHECK(note.text.end <= text.size() && note.byte_begin <= note.byte_end);
    SL_CHECK(note.byte_end <= bytes.size());
  }
  return 0;
}
