// The readers behind read_outline, one a family of formats.
#pragma once

#include "outline/outline.h"

namespace starlint {

/// Markdown and plain text: people mix them, so one reader knows the forms of both.
Outline read_markdown(const Text& text, NoteFormat format);

Outline read_org(const Text& text);

}  // namespace starlint
