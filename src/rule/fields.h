// The keys of the TOML files of a pack, declared once: checking, the JSON Schema and the
// documentation come from here. The keys under [options] are declared by each kind (kind.h).
#pragma once

#include <vector>

#include "toml/fields.h"

namespace starlint {

const std::vector<toml_doc::Field>& rule_fields();
const std::vector<toml_doc::Field>& manifest_fields();

}  // namespace starlint
