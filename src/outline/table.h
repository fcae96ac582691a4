// The cells of one row of a pipe table.
#pragma once

#include <string_view>
#include <vector>

#include "outline/line.h"

namespace starlint {

/// Trimmed contents of the cells, in order; a "\|" does not separate.
std::vector<Span> split_cells(std::string_view text, const Line& line);

/// Whether the line is the rule under a table's head: "|---|:--:|".
bool is_delimiter_row(std::string_view content);

}  // namespace starlint
