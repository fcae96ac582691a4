#include "config/fields.h"
#include "report/schema.h"

namespace starlint {

void write_config_schema(std::string& out) {
  JsonWriter json(out, 2);
  json.begin_object();
  write_schema_head("starlint.toml, the settings of a folder of notes", json);
  write_table_schema(config_fields(), json);
  json.end_object();
  out += '\n';
}

}  // namespace starlint
