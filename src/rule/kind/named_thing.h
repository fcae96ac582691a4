// What the words of a claim name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claim/pattern.h"

namespace starlint {

/// Up to the word that says nothing behind it: "kitchen" of "new kitchen from the"; sorted stems.
std::vector<std::string> named_thing(const std::string& subject, const ClaimPatterns& patterns);

/// The first post that a text calls by name, folded; the last word says what it is: "project",
/// "lead".
std::vector<std::string> named_post(std::string_view text, const ClaimPatterns& patterns);

}  // namespace starlint
