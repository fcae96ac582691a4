// Prompts that nothing answers, and the sections that say nothing.
#pragma once

#include <vector>

#include "narrative/section.h"
#include "narrative/story.h"

namespace starlint {

/// By section: whether nothing is said in it, or only by what stands behind a list of requests.
std::vector<bool> empty_sections(const Page& page, const std::vector<Section>& sections);

/// Adds the prompts without an answer, and sorts all of them. A story that is only a blank form
/// under a prompt is taken out of `stories` and is such a prompt, too.
void find_open_prompts(const Page& page, const std::vector<Section>& sections,
                       const std::vector<bool>& empty, std::vector<Story>& stories,
                       std::vector<OpenPrompt>& open_prompts);

}  // namespace starlint
