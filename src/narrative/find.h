// What a file tells: its stories with their components, and the prompts that nothing answers.
#pragma once

#include "narrative/narrative.h"
#include "narrative/rules.h"
#include "outline/outline.h"
#include "text/text.h"

namespace starlint {

/// Linear in the size of the text. The spans point into `text`. `path` may name the project.
Narratives find_narratives(const Text& text, const Outline& outline, const NarrativeRules& rules,
                           std::string_view path, FileId file);

}  // namespace starlint
