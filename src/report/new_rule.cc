#include "base/strings.h"
#include "report/rule_pages.h"

namespace starlint {

using toml_doc::Field;
using toml_doc::FieldType;

static std::string example_value(const Field& field) {
  const std::string_view word = field.allowed.empty() ? "fill me in" : field.allowed.front();
  switch (field.type) {
    case FieldType::Boolean:
      return "true";
    case FieldType::Integer:
    case FieldType::Number:
      return "1";
    case FieldType::String:
      return cat("\"", word, "\"");
    case FieldType::Date:
      return "2024-01-31";
    case FieldType::Strings:
      return cat("[\"", word, "\"]");
    case FieldType::Integers:
      return "[1]";
    case FieldType::Table:
      return "{}";
    case FieldType::Tables:
      return "[{}]";
  }
  return "\"\"";
}

static void write_messages(const Kind& kind, std::string& out) {
  std::string text = "\"Say what is wrong";
  if (!kind.arguments.empty()) text += cat(": {", kind.arguments.front(), "}");
  text += "\"\n";
  if (kind.variants.empty()) {
    out += cat("message = ", text);
    return;
  }
  out += "\n[messages]\n";
  for (const std::string_view variant : kind.variants) out += cat(variant, " = ", text);
}

void write_new_rule(std::string_view id, std::string_view name, const Kind& kind,
                    std::string& out) {
  std::vector<std::string> placeholders(kind.arguments.begin(), kind.arguments.end());
  out += cat("id = \"", id, "\"\nname = \"", name, "\"  # reads after \"allow\"\nkind = \"",
             kind.name, "\"  # ", kind.summary,
             "\nlevel = \"note\"  # note, warning, error\n"
             "probe = \"What would an interviewer ask here?\"\n");
  if (!placeholders.empty())
    out += cat("# A message may use {", join(placeholders, "}, {"), "}.\n");
  write_messages(kind, out);
  out += "\n[options]\n";
  for (const Field& field : kind.fields) {
    out += cat("# ", field.help, "\n", field.required ? "" : "# ", field.name, " = ",
               example_value(field), "\n");
  }
  out +=
      cat("\n[doc]\nwhat = \"One sentence: what it finds.\"\n"
          "why = \"What an interviewer makes of it.\"\n\n"
          "# 'starlint rules test' fails until the marked line is found.\n"
          "[[test]]\nbad = '''\nNotes that must be found. <!-- expect: ",
          id, " -->\n'''\n\n[[test]]\ngood = '''\nNotes that look alike and are fine.\n'''\n");
}

void write_new_manifest(std::string_view name, std::string_view family, std::string& out) {
  out += cat("[pack]\nname = \"", name, "\"\nversion = \"0.1.0\"\n");
  if (family.empty()) return;
  out += cat("\n[[family]]\nprefix = \"", family, "\"\ntag = \"", ascii_lower(family),
             "\"\nsummary = \"What its rules look for.\"\n");
}

}  // namespace starlint
