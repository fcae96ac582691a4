// How the notes are made to accept a finding: the comment, and where it can stand.
#pragma once

#include <optional>
#include <string_view>

#include "lint/lint.h"

namespace starlint {

/// Inserts a comment that accepts the rule at the place of the finding: above its block, inside it
/// where a line above would break a table, else for the whole file. Only what was seen to cover the
/// finding and to leave the blocks as they are; nothing where no comment does.
std::optional<Edit> waiving_edit(const FileResult& file, const Finding& finding,
                                 std::string_view rule);

}  // namespace starlint
