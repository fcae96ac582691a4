#include "base/strings.h"
#include "outline/readers.h"
#include "text/utf8.h"
#include "toml/fields.h"
#include "toml/value.h"

namespace starlint {

namespace {

constexpr std::string_view kBlockQuotes[] = {R"(""")", "'''"};

/// Where a position of the document stands; columns count code points.
std::uint32_t offset_of(const Text& text, toml_doc::Position where) {
  std::size_t offset = text.lines().begin(where.line);
  for (std::uint32_t column = 1; column < where.column && offset < text.size(); ++column) {
    next_code_point(text.utf8(), offset);
  }
  return static_cast<std::uint32_t>(offset);
}

/// What stands between the quotes of a string, as written.
Span inside_quotes(const Text& text, const toml_doc::Value& string) {
  const std::string_view all = text.utf8();
  const std::uint32_t at = offset_of(text, string.where);
  if (at >= all.size()) return {at, at};
  for (const std::string_view quotes : kBlockQuotes) {
    if (!all.substr(at).starts_with(quotes)) continue;
    const std::size_t begin = at + quotes.size();
    const std::size_t end = std::min(all.find(quotes, begin), all.size());
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  std::size_t end = at + 1;
  const bool escapes = all[at] == '"';
  while (end < all.size() && all[end] != all[at]) end += escapes && all[end] == '\\' ? 2U : 1U;
  return {at + 1, static_cast<std::uint32_t>(std::min(end, all.size()))};
}

}  // namespace

Outline read_ledger_facts(const Text& text) {
  Outline outline;
  outline.format = NoteFormat::Ledger;
  const Result<toml_doc::Value> root = toml_doc::parse(text.utf8(), {});
  if (!root) return outline;
  for (const toml_doc::Value::Member& section : root->members) {
    if (section.key != "project" && section.key != "employer") continue;
    for (const toml_doc::Value& entry : section.value.items) {
      const toml_doc::Value* name = entry.find("name");
      const auto& facts = toml_doc::items_of(entry, "facts");
      if (name == nullptr || facts.empty()) continue;
      const auto heading = static_cast<std::uint32_t>(outline.blocks.size());
      const Span title = inside_quotes(text, *name);
      // It stands before its facts, wherever its name does.
      const Span span = {std::min(offset_of(text, entry.where), title.begin), title.end};
      outline.blocks.push_back({BlockKind::Heading, 2, kNone, span, title});
      for (const toml_doc::Value& fact : facts) {
        const Span said = inside_quotes(text, fact);
        outline.blocks.push_back({BlockKind::ListItem, 1, heading, said, said});
      }
    }
  }
  return outline;
}

}  // namespace starlint
