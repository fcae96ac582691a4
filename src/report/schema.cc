#include "report/schema.h"

#include <algorithm>

namespace starlint {

using toml_doc::Field;
using toml_doc::FieldType;

namespace {

void write_allowed(const Field& field, JsonWriter& json) {
  if (field.allowed.empty()) return;
  json.open_array("enum");
  for (const std::string_view value : field.allowed) json.value(value);
  json.end_array();
}

void write_table(const Field& field, JsonWriter& json) {
  if (field.fields.empty()) {
    json.member("type", "object");
  } else {
    write_table_schema(field.fields, json);
  }
}

void write_items(const Field& field, std::string_view type, JsonWriter& json) {
  json.member("type", "array");
  json.open_object("items");
  if (field.type == FieldType::Tables) {
    write_table(field, json);
  } else {
    json.member("type", type);
    write_allowed(field, json);
  }
  json.end_object();
}

void write_field(const Field& field, JsonWriter& json) {
  json.member("description", field.help);
  switch (field.type) {
    case FieldType::Boolean:
      return json.member("type", "boolean");
    case FieldType::Integer:
      return json.member("type", "integer");
    case FieldType::Number:
      return json.member("type", "number");
    case FieldType::String:
    case FieldType::Date:
      json.member("type", "string");
      return write_allowed(field, json);
    case FieldType::Strings:
      return write_items(field, "string", json);
    case FieldType::Integers:
      return write_items(field, "integer", json);
    case FieldType::Table:
      return write_table(field, json);
    case FieldType::Tables:
      return write_items(field, "object", json);
  }
}

}  // namespace

void write_table_schema(const std::vector<Field>& fields, JsonWriter& json) {
  json.member("type", "object");
  json.open_object("properties");
  for (const Field& field : fields) {
    json.open_object(field.name);
    write_field(field, json);
    json.end_object();
  }
  json.end_object();
  if (std::any_of(fields.begin(), fields.end(), [](const Field& f) { return f.required; })) {
    json.open_array("required");
    for (const Field& field : fields) {
      if (field.required) json.value(field.name);
    }
    json.end_array();
  }
  json.member("additionalProperties", false);
}

void write_schema_head(std::string_view title, JsonWriter& json) {
  json.member("$schema", "http://json-schema.org/draft-07/schema#");
  json.member("title", title);
}

}  // namespace starlint
