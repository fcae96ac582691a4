// Capitalised words of a piece of text, each by itself: what is left of a name when its parts are
// told apart ("Pike & Lowe" gives "pike" and "lowe").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/pattern.h"

namespace starlint {

/// Appends the folded capitalised words of text[within] that `except` (may be null) does not match.
void add_names(std::string_view text, Span within, const Pattern* except,
               std::vector<std::string>& names);

}  // namespace starlint
