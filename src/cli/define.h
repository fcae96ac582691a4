// The commands with their options: the one place that says what may be typed. Parsing, help, the
// man page and the completions of shells are all made from it.
#pragma once

#include "cli/options.h"

namespace CLI {
class App;
}

namespace starlint {

/// `options` must outlive the app.
void define_commands(CLI::App& app, CliOptions& options);

}  // namespace starlint
