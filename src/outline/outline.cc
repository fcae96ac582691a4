#include "outline/outline.h"

#include "base/strings.h"
#include "outline/readers.h"

namespace starlint {

NoteFormat format_of(std::string_view path) {
  if (path.ends_with("starlint.toml")) return NoteFormat::Ledger;
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return NoteFormat::Plain;
  const std::string extension = ascii_lower(path.substr(dot + 1));
  if (extension == "md" || extension == "markdown") return NoteFormat::Markdown;
  if (extension == "json") return NoteFormat::Resume;
  return extension == "org" ? NoteFormat::Org : NoteFormat::Plain;
}

Outline read_outline(const Text& text, NoteFormat format) {
  switch (format) {
    case NoteFormat::Org:
      return read_org(text);
    case NoteFormat::Resume:
      return read_resume(text);
    case NoteFormat::Ledger:
      return read_ledger_facts(text);
    case NoteFormat::Markdown:
    case NoteFormat::Plain:
      break;
  }
  return read_markdown(text, format);
}

}  // namespace starlint
