// A scripted client of the language server: talks to serve() on another thread through streams in
// memory, and waits for what it is told.
#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "json/value.h"
#include "lsp/lsp.h"

namespace starlint {

/// Bytes that one thread writes and another reads.
class Pipe : public ByteSource, public ByteSink {
 public:
  void append(std::string_view bytes) override;
  void close();
  std::size_t read(char* out, std::size_t size) override;

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::string bytes_;
  bool closed_ = false;
};

class LspClient {
 public:
  LspClient();
  ~LspClient();
  LspClient(const LspClient&) = delete;
  LspClient& operator=(const LspClient&) = delete;

  void raw(std::string_view bytes) { to_server_.append(bytes); }
  /// JSON without its frame.
  void send(std::string_view json);
  void notify(std::string_view method, std::string_view params);
  /// Sends a request and gives its number.
  int request(std::string_view method, std::string_view params);
  /// The whole response to a request.
  JsonValue response(int id);
  JsonValue ask(std::string_view method, std::string_view params) {
    return response(request(method, params));
  }

  /// "initialize" and "initialized" for a folder; `capabilities` is JSON.
  JsonValue start(const std::string& folder, std::string_view capabilities = "{}");
  void open(const std::string& path, std::string_view text);
  /// Changes as JSON.
  void change(const std::string& path, int version, std::string_view changes);

  /// Waits until a file was told to have so many diagnostics; gives them.
  JsonValue diagnostics(const std::string& path, std::size_t count);
  /// Waits until a file was told to have any; gives them.
  JsonValue diagnostics(const std::string& path);
  /// The next message from the server.
  JsonValue next();
  /// Ends the stream and gives the exit status.
  int end();

 private:
  Pipe to_server_;
  Pipe from_server_;
  FrameReader frames_{from_server_};
  std::map<std::string, JsonValue> told_;  // diagnostics by URI
  std::map<std::string, JsonValue> answers_;
  int last_id_ = 0;
  int status_ = -1;
  std::thread server_;
};

/// A text as a JSON string.
std::string quoted(std::string_view text);

}  // namespace starlint
