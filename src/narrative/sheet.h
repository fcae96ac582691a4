// Project sheets: one project told through many questions ("Team size: 8", "Which technologies did
// you use?"), with the stories told of it among them.
#pragma once

#include <vector>

#include "narrative/story.h"

namespace starlint {

/// By row: whether it names a fact of the project that the title above it is about. A title over a
/// single fact, or over what any post has, is no sheet.
std::vector<bool> sheet_facts(const Page& page);

/// Adds a project for each sheet in which stories are told; stories stay sorted by place, a project
/// in front of those inside it.
void add_projects(const Page& page, std::vector<Story>& stories);

}  // namespace starlint
