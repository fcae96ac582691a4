// Secrets stay in the notes: what a finding marks as secret is shown by no report.
#pragma once

#include "lint/lint.h"

namespace starlint {

/// Stars out what secret findings point at: in FileResult::redacted, and wherever the message of a
/// finding repeats it.
void redact(LintRun& run);

/// Takes back what redact() did to the files.
void reveal(LintRun& run);

}  // namespace starlint
