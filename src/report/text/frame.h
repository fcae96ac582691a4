// A finding's places as a compiler shows them: each line with its number and its marks under it.
#pragma once

#include <string>

#include "lint/lint.h"
#include "report/text/style.h"

namespace starlint {

/// All places of a finding in one frame, the finding's own first. Ends with a line end.
void write_frame(const LintRun& run, const Finding& finding, const ReportOptions& options,
                 const Style& style, std::string& out);

/// Cells in front of the bar of a finding's frame: as many as its highest line number takes, and a
/// blank to either side.
std::size_t gutter_of(const LintRun& run, const Finding& finding);

}  // namespace starlint
