// Words of notes inside Markdown that we write.
#pragma once

#include <string>
#include <string_view>

namespace starlint {

/// One line in which nothing is markup.
std::string as_markdown(std::string_view text);
/// Our own Markdown on one line of a table, with no bar of its own.
std::string table_cell(std::string_view text);

}  // namespace starlint
