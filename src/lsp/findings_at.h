// The findings at a place of a note.
#pragma once

#include <vector>

#include "lint/lint.h"

namespace starlint {

/// Those that touch the span and are not accepted, in their order. A cursor just behind the last
/// character touches, too.
std::vector<const Finding*> findings_at(const LintRun& run, const FileResult& file, Span span);

}  // namespace starlint
