// Runs a command again whenever the notes, their settings or their packs change.
#pragma once

#include "cli/options.h"

namespace starlint {

/// Runs `command` at once and after every change, until SIGINT or its like; a terminal is cleared
/// before each run. Gives the status of the last run, or kFailed where nothing can be watched.
int watch(const CliOptions& options, Command command);

}  // namespace starlint
