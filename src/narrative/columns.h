// Tables whose head names the parts of a story: each row below tells one. Or whose first column
// names them: each column beside it tells one.
#pragma once

#include "narrative/page.h"

namespace starlint {

/// Gives each cell under or beside "Situation", "Task" … that label, and takes the labels of the
/// head away; a table told by columns is reordered column by column. Called by read_file, before
/// prose is read.
void label_columns(Page& page);

/// Behind the last cell of the table whose first cell is given. A blank line ends a table; the rule
/// under its head is no blank line.
std::uint32_t table_end(const Page& page, std::uint32_t first);

/// Whether the label of a row stands in the head of its column, or of its table row.
bool is_column_label(const Page& page, std::uint32_t row);

/// Whether a cell is told with its column, not with its table row.
bool is_turned(const Page& page, std::uint32_t row);

/// The first of the cells that are told together with a cell.
std::uint32_t first_cell(const Page& page, std::uint32_t row);

/// The cell in front of the first labelled one that names the row: not its number. kNone where
/// there is none.
std::uint32_t naming_cell(const Page& page, std::uint32_t first, std::uint32_t labelled);

/// What names the story of a labelled cell: its naming cell, or the heading right over a table that
/// tells nothing else. kNone where there is neither.
std::uint32_t lane_title(const Page& page, std::uint32_t labelled);

}  // namespace starlint
