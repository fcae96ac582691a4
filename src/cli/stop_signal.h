// Ctrl-C and its like, for commands that run until somebody stops them: they end what they are at
// and put the terminal right instead of dying in the middle.
#pragma once

namespace starlint {

/// From now on SIGINT, SIGTERM and SIGHUP only set a flag, and interrupt what waits.
void catch_stop_signals();
/// Whether one came.
bool stop_requested();

}  // namespace starlint
