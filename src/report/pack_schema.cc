#include "report/rule_pages.h"
#include "report/schema.h"
#include "rule/fields.h"
#include "rule/kind.h"

namespace starlint {

namespace {

void write_requires(std::string_view key, JsonWriter& json) {
  json.open_object("if");
  json.open_array("required");
  json.value(key);
  json.end_array();
  json.end_object();
}

/// "if kind is NAME, then [options] is …"
void write_kind(const Kind& kind, JsonWriter& json) {
  json.begin_object();
  json.open_object("if");
  json.open_object("properties");
  json.open_object("kind");
  json.member("const", kind.name);
  json.end_object();
  json.end_object();
  json.end_object();
  json.open_object("then");
  json.open_object("properties");
  json.open_object("options");
  json.member("description", kind.summary);
  write_table_schema(kind.fields, json);
  json.end_object();
  json.end_object();
  json.end_object();
  json.end_object();
}

void write_rule(JsonWriter& json) {
  write_table_schema(rule_fields(), json);
  json.open_array("allOf");
  json.begin_object();
  json.open_object("properties");
  json.open_object("kind");
  json.open_array("enum");
  for (const Kind& kind : kinds()) json.value(kind.name);
  json.end_array();
  json.end_object();
  json.end_object();
  json.end_object();
  for (const Kind& kind : kinds()) write_kind(kind, json);
  json.end_array();
}

void write_file(const FileKind& kind, JsonWriter& json) {
  if (kind.shapes.size() == 1) return write_table_schema(kind.shapes.front(), json);
  json.open_array("anyOf");
  for (const std::vector<toml_doc::Field>& fields : kind.shapes) {
    json.begin_object();
    write_table_schema(fields, json);
    json.end_object();
  }
  json.end_array();
}

/// "if it has an id, it is a rule, else, if it has a [pack], …": each "else" holds the next.
void write_kinds_of_files(JsonWriter& json) {
  write_requires("id", json);
  json.open_object("then");
  write_rule(json);
  json.end_object();
  for (const FileKind& kind : file_kinds()) {
    json.open_object("else");
    write_requires(kind.key, json);
    json.open_object("then");
    write_file(kind, json);
    json.end_object();
  }
  json.open_object("else");
  json.open_array("required");
  json.value(std::string_view("id"));
  json.end_array();
  json.end_object();
  for (std::size_t i = 0; i < file_kinds().size(); ++i) json.end_object();
}

}  // namespace

void write_pack_schema(std::string& out) {
  JsonWriter json(out, 2);
  json.begin_object();
  write_schema_head("a file of a starlint pack: a rule has an id, a manifest a [pack]", json);
  write_kinds_of_files(json);
  json.end_object();
  out += '\n';
}

}  // namespace starlint
