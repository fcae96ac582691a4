// Findings that were accepted before.
#pragma once

#include "cli/session.h"

namespace starlint {

/// Accepts what the baseline holds that the user names, else those of the settings, and says how
/// much of them is gone. False, and a message, where one cannot be read.
bool accept_known(const Session& session, const CliOptions& options, LintRun& run);

}  // namespace starlint
