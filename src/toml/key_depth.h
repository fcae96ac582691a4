// A guard in front of the TOML library, which limits the depth of values but not of dotted keys.
#pragma once

#include <cstddef>
#include <string_view>

namespace starlint::toml_doc {

/// Parts that a key may have; every part is a level of recursion when the document is read.
inline constexpr std::size_t kMostKeyParts = 100;

/// Whether some key or table header may have more parts: more dots than that stand together outside
/// of strings and comments.
bool has_endless_key(std::string_view text);

}  // namespace starlint::toml_doc
