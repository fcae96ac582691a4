// Words that tie what is told to what the same file told before: "Same team, same year", "Ward 12
// again".
#pragma once

#include "claim/pattern.h"
#include "claim/setting.h"
#include "rule/view.h"

namespace starlint {

/// Whether a section, or a block of it, opens so. Linear in the opening.
bool opens_tied(const FileView& file, const Setting& section, Span block,
                const ClaimPatterns& patterns);

}  // namespace starlint
