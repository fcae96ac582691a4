#include <unistd.h>

#include "cli/commands.h"
#include "lsp/lsp.h"

namespace starlint {

int run_lsp(const CliOptions& options) {
  DescriptorSource in(STDIN_FILENO);
  DescriptorSink out(STDOUT_FILENO);
  return serve(options.settings, options.threads, in, out);
}

}  // namespace starlint
