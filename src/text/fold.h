// Folding for comparison: case, Latin accents, full-width forms and typographic apostrophes go, so
// that "Situación", "SITUACION" and "Ｓituation" meet. Never for output: lengths change.
#pragma once

#include <string>
#include <string_view>

namespace starlint {

/// Appends the folded form of valid UTF-8; ASCII takes the fast path.
void append_folded(std::string& out, std::string_view utf8);
std::string fold(std::string_view utf8);

}  // namespace starlint
