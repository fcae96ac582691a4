// The timed rehearsal: a prompt, a clock, then the notes and the questions.
#pragma once

#include <vector>

#include "report/drill/drill.h"

namespace starlint {

/// Leads through the cards on the terminal until they or the speaker have come to an end.
/// REQUIRES: a terminal on standard input and output.
void rehearse(const LintRun& run, const std::vector<DrillCard>& cards, unsigned seconds,
              const ReportOptions& options);

}  // namespace starlint
