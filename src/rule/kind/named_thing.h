// What the subject of a claim names.
#pragma once

#include <string>
#include <vector>

#include "claim/pattern.h"

namespace starlint {

/// Up to the word that says nothing behind it: "kitchen" of "new kitchen from the"; sorted stems.
std::vector<std::string> named_thing(const std::string& subject, const ClaimPatterns& patterns);

}  // namespace starlint
