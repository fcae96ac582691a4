// KINDS.md: the kinds of rules, and the files that a pack is made of, from their declared fields.
#include "base/strings.h"
#include "report/markdown.h"
#include "report/rule_pages.h"
#include "rule/fields.h"

namespace starlint {

namespace {

using toml_doc::Field;
using toml_doc::FieldType;

void write_fields(std::string_view head, const std::vector<Field>& fields, std::string& out) {
  out += cat("\n| ", head, " | Is | For |\n|---|---|---|\n");
  for (const Field& field : fields) {
    const std::vector<std::string> allowed(field.allowed.begin(), field.allowed.end());
    out += cat("| `", field.name, "`", field.required ? " (required)" : "", " | ",
               describe(field.type), allowed.empty() ? "" : ": ", join(allowed, ", "), " | ",
               table_cell(field.help), " |\n");
  }
}

/// The keys of a table, and of the tables declared in it: `[doc]`, `[[claim]]`.
void write_table(std::string_view name, const std::vector<Field>& fields, std::string& out) {
  write_fields("Key", fields, out);
  for (const Field& field : fields) {
    if (field.fields.empty()) continue;
    const std::string inner = cat(name, name.empty() ? "" : ".", field.name);
    const bool several = field.type == FieldType::Tables;
    out += cat("\n`", several ? "[[" : "[", inner, several ? "]]" : "]", "`: ", trim(field.help),
               ".\n");
    write_table(inner, field.fields, out);
  }
}

void write_kind(const Kind& kind, std::string& out) {
  out += cat("\n## ", kind.name, "\n\nFinds ", kind.summary, ".\n");
  const auto write_names = [&](std::string_view what, const auto& names) {
    if (names.empty()) return;
    std::vector<std::string> quoted;
    for (const std::string_view name : names) quoted.push_back(cat("`", name, "`"));
    out += cat("\n", what, ": ", join(quoted, ", "), ".\n");
  };
  write_names("Placeholders of its messages", kind.arguments);
  write_names("Messages it chooses between", kind.variants);
  if (!kind.fields.empty()) write_fields("Option", kind.fields, out);
}

void write_file(const FileKind& kind, std::string& out) {
  out += cat("\n## Files with `", kind.key, "`\n\nHold ", kind.summary, ".\n");
  for (const std::vector<Field>& fields : kind.shapes) {
    if (&fields != &kind.shapes.front()) out += "\nOr:\n";
    write_table("", fields, out);
  }
}

}  // namespace

void write_kind_page(std::string& out) {
  out +=
      "# Kinds of rules\n\nWritten by `starlint rules docs`. A rule names a kind and gives it "
      "`[options]`; the other keys of a rule, and the other files of a pack, stand "
      "[below](#files-of-a-pack).\n";
  for (const Kind& kind : kinds()) write_kind(kind, out);
  out +=
      "\n# Files of a pack\n\nA pack is a directory of TOML files, or one file. What a file is, "
      "its "
      "keys say, not its name. A rule's file is best called after it, `ID-name.toml`, as "
      "`starlint rules new` does it; one that is called after another rule is an error.\n"
      "\n## Files with `id`\n\nHold a rule.\n";
  write_table("", rule_fields(), out);
  for (const FileKind& kind : file_kinds()) write_file(kind, out);
}

}  // namespace starlint
