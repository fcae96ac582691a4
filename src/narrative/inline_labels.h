// Lines that hold several labels: "Situation: … Task: … Action: … Result: …".
#pragma once

#include <string_view>
#include <vector>

#include "narrative/row.h"
#include "narrative/rules.h"

namespace starlint {

/// The rows with such lines cut before each label, so that every label opens a row. A paragraph is
/// cut only where it holds labels of two components or more, none of them frequent elsewhere, or of
/// three. Linear in the text.
std::vector<Row> split_at_labels(std::string_view utf8, std::vector<Row> rows,
                                 const NarrativeRules& rules);

}  // namespace starlint
