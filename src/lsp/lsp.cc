#include "lsp/lsp.h"

#include "lsp/inbox.h"
#include "lsp/server.h"

namespace starlint {

int serve(const SettingsOptions& options, unsigned threads, ByteSource& in, ByteSink& out) {
  Server server(options, threads, out);
  Inbox inbox;
  inbox.listen(in);
  return server.run(inbox);
}

}  // namespace starlint
