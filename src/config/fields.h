// The keys of starlint.toml, declared once: strict reading, the JSON Schema, `config show` and the
// file that `init` writes come from here.
#pragma once

#include <vector>

#include "toml/fields.h"

namespace starlint {

const std::vector<toml_doc::Field>& config_fields();

}  // namespace starlint
