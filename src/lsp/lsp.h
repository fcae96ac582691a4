// `starlint lsp`: a language server that lints notes as they are written.
#pragma once

#include "base/byte_sink.h"
#include "config/settings.h"
#include "lsp/transport.h"

namespace starlint {

/// Serves one client until it says "exit" or its stream ends; gives the exit status. Reads `in` on
/// a thread of its own; writes `out` on the caller's alone. `threads` 0: as many as the machine
/// has.
int serve(const SettingsOptions& options, unsigned threads, ByteSource& in, ByteSink& out);

}  // namespace starlint
