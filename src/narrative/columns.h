// Tables whose head names the parts of a story: each row below tells one.
#pragma once

#include "narrative/page.h"

namespace starlint {

/// Gives each cell under "Situation", "Task" … the label of its column, and takes the labels of the
/// head away. Called by read_file, before prose is read.
void label_columns(Page& page);

/// Whether the label of a row stands in the head of its column.
bool is_column_label(const Page& page, std::uint32_t row);

/// The first cell of the table row that holds a cell.
std::uint32_t first_cell(const Page& page, std::uint32_t row);

/// The cell in front of the first labelled one that names the row: not its number. kNone where
/// there is none.
std::uint32_t naming_cell(const Page& page, std::uint32_t first, std::uint32_t labelled);

}  // namespace starlint
