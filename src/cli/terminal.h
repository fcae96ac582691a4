// What standard output is: a terminal or not, how wide, with colours and links or not.
#pragma once

#include "cli/options.h"

namespace starlint {

/// Whether text for `path` ("" is standard output) gets colours: the flag, then NO_COLOR, then
/// CLICOLOR_FORCE, then whether a terminal shows it.
bool wants_color(ColorChoice choice, const std::string& path);
/// Whether a terminal shows standard output.
bool on_terminal();
/// Columns of the terminal, else of COLUMNS, else 100.
unsigned terminal_width();

}  // namespace starlint
