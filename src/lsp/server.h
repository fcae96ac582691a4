// The language server: what it answers, and when it works on its own.
#pragma once

#include <string>
#include <string_view>

#include "base/byte_sink.h"
#include "config/settings.h"
#include "lsp/client.h"
#include "lsp/inbox.h"
#include "lsp/message.h"
#include "lsp/notebook.h"
#include "lsp/publisher.h"

namespace starlint {

class Server {
 public:
  /// `out` must outlive the server.
  Server(const SettingsOptions& options, unsigned threads, ByteSink& out);

  /// Works on messages until "exit" or their end. 0 after a proper shutdown, else 1.
  int run(Inbox& inbox);

 private:
  enum class State : std::uint8_t { Fresh, Running, ShutDown };

  void handle(const Message& message);
  void answer(const Message& message);
  void notice(const Message& message);
  Failure result_of(const Message& message, JsonWriter& result);
  /// One step of what is due; false where nothing is.
  bool work();
  void watch_files();
  void send(std::string_view body);

  Failure initialize(const JsonValue& params, JsonWriter& result);
  Failure shutdown(const JsonValue& params, JsonWriter& result);

  void initialized(const JsonValue& params);
  void opened(const JsonValue& params);
  void changed(const JsonValue& params);
  void closed(const JsonValue& params);
  void saved(const JsonValue& params);
  void files_changed(const JsonValue& params);
  void folders_changed(const JsonValue& params);

  ByteSink& out_;
  State state_ = State::Fresh;
  Client client_;
  Notebook notebook_;
  Publisher publisher_;
  bool due_ = false;  // something may have to be told
};

}  // namespace starlint
