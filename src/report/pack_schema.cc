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

}  // namespace

void write_pack_schema(std::string& out) {
  JsonWriter json(out, 2);
  json.begin_object();
  write_schema_head("a file of a starlint pack: a rule has an id, a manifest a [pack]", json);
  write_requires("id", json);
  json.open_object("then");
  write_rule(json);
  json.end_object();
  json.open_object("else");
  write_requires("pack", json);
  json.open_object("then");
  write_table_schema(manifest_fields(), json);
  json.end_object();
  json.end_object();
  json.end_object();
  out += '\n';
}

}  // namespace starlint
