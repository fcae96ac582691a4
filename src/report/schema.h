// Declared fields as JSON Schema (draft 7, which TOML tools read), so that editors complete and
// check what our own reader checks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json/writer.h"
#include "toml/fields.h"

namespace starlint {

/// Members of an object that describe a table: type, properties, required, additionalProperties.
void write_table_schema(const std::vector<toml_doc::Field>& fields, JsonWriter& json);

/// Members that open every schema document.
void write_schema_head(std::string_view title, JsonWriter& json);

/// `starlint config schema`: the JSON Schema of starlint.toml.
void write_config_schema(std::string& out);

}  // namespace starlint
