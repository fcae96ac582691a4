// The keys of a TOML file of metrics = "en", declared once: for checking, for "did you mean", and
// for the schema that editors complete from.
#pragma once

#include <vector>

#include "toml/fields.h"

namespace starlint {

const std::vector<toml_doc::Field>& metric_file_fields();

}  // namespace starlint
