// A parsed document as bytes that are read back without parsing: how packs are compiled into the
// program, so that it starts at once. The bytes are those of the program's own build; they are
// never written to disk or taken from users.
#pragma once

#include <string>
#include <string_view>

#include "toml/value.h"

namespace starlint::toml_doc {

std::string pack(const Value& document);
/// The document that pack() was given; positions included.
Value unpack(std::string_view bytes);

}  // namespace starlint::toml_doc
