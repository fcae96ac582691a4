// Which project or employer a story belongs to, as its author says it: a field of the story
// ("Project: Harbour"), its headings, "At Halden Shipping, …", a field or front matter above it,
// the name of the file; in this order of trust.
#pragma once

#include <string_view>
#include <vector>

#include "narrative/narrative.h"
#include "narrative/page.h"
#include "narrative/story.h"

namespace starlint {

/// Sets project_key, project_name and employer of the stories, and the places; `rows` are the same
/// stories as rows. A story of which nothing is said keeps an empty key.
void name_projects(const Page& page, std::string_view path, const std::vector<Story>& rows,
                   Narratives& narratives);

}  // namespace starlint
