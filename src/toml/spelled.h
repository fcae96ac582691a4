// A value of TOML as people would write it.
#pragma once

#include <string>

#include "toml/value.h"

namespace starlint::toml_doc {

/// On one line; a table as "{…}".
std::string spelled(const Value& value);

}  // namespace starlint::toml_doc
