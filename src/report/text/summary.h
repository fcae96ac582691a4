// The end of a text report: each story with its components, words and spoken time, then the counts.
#pragma once

#include <string>

#include "lint/lint.h"
#include "report/text/style.h"

namespace starlint {

void write_story_table(const LintRun& run, const Style& style, std::string& out);

/// "2 errors, 1 warning, 0 notes in 3 files, 4 stories, 1 speaker."
std::string totals_of(const LintRun& run);

/// "1 story", "2 stories".
std::string counted(std::size_t count, std::string_view one, std::string_view many);

}  // namespace starlint
