#include "outline/outline.h"

#include "base/strings.h"
#include "outline/readers.h"

namespace starlint {

NoteFormat format_of(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return NoteFormat::Plain;
  const std::string extension = ascii_lower(path.substr(dot + 1));
  if (extension == "md" || extension == "markdown") return NoteFormat::Markdown;
  return extension == "org" ? NoteFormat::Org : NoteFormat::Plain;
}

Outline read_outline(const Text& text, NoteFormat format) {
  return format == NoteFormat::Org ? read_org(text) : read_markdown(text, format);
}

}  // namespace starlint
