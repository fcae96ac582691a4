// Lists of figures: what joins them, and whether they name all the parts there are.
#pragma once

#include <cstddef>

#include "metric/trial.h"

namespace starlint {

/// Whether a comma, a semicolon, "and" or "plus" stands between two figures, as in a list.
bool is_joined(const Trial& trial, std::size_t one, std::size_t next);

/// Whether the list that ends in the claim names only some of the parts: "including 12 from Oslo".
bool is_open_list(const Trial& trial);

}  // namespace starlint
