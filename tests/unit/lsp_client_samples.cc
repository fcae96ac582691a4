#include "base/strings.h"
#include "catch.h"
#include "lsp/uri.h"
#include "lsp_client.h"

namespace starlint {

void Pipe::append(std::string_view bytes) {
  const std::lock_guard lock(mutex_);
  bytes_ += bytes;
  changed_.notify_all();
}

void Pipe::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  changed_.notify_all();
}

std::size_t Pipe::read(char* out, std::size_t size) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return closed_ || !bytes_.empty(); });
  const std::size_t count = bytes_.copy(out, size);
  bytes_.erase(0, count);
  return count;
}

std::string quoted(std::string_view text) {
  std::string out;
  JsonWriter(out).value(text);
  return out;
}

LspClient::LspClient() {
  server_ = std::thread([this] {
    SettingsOptions options;
    status_ = serve(options, 1, to_server_, from_server_);
    from_server_.close();
  });
}

LspClient::~LspClient() { end(); }

int LspClient::end() {
  to_server_.close();
  if (server_.joinable()) server_.join();
  return status_;
}

void LspClient::send(std::string_view json) { write_frame(json, to_server_); }

void LspClient::notify(std::string_view method, std::string_view params) {
  send(cat(R"({"jsonrpc":"2.0","method":)", quoted(method), R"(,"params":)", params, "}"));
}

int LspClient::request(std::string_view method, std::string_view params) {
  ++last_id_;
  send(cat(R"({"jsonrpc":"2.0","id":)", last_id_, R"(,"method":)", quoted(method), R"(,"params":)",
           params, "}"));
  return last_id_;
}

JsonValue LspClient::next() {
  const Frame frame = frames_.next();
  REQUIRE(frame.kind == Frame::Kind::Body);
  Result<JsonValue> message = parse_json(frame.body, {});
  REQUIRE(message);
  const JsonValue* params = message->find("params");
  if (message->string("method") == "textDocument/publishDiagnostics") {
    told_[std::string(params->string("uri"))] = *params->find("diagnostics");
  } else if (const JsonValue* id = message->find("id")) {
    answers_[id->text] = *message;
  }
  return *message;
}

JsonValue LspClient::response(int id) {
  const std::string wanted = cat(id);
  while (answers_.count(wanted) == 0) next();
  return answers_.at(wanted);
}

JsonValue LspClient::start(const std::string& folder, std::string_view capabilities) {
  const JsonValue result =
      ask("initialize", cat(R"({"processId":null,"rootUri":)", quoted(file_uri(folder)),
                            R"(,"capabilities":)", capabilities, "}"));
  notify("initialized", "{}");
  return result;
}

void LspClient::open(const std::string& path, std::string_view text) {
  notify("textDocument/didOpen",
         cat(R"({"textDocument":{"uri":)", quoted(file_uri(path)),
             R"(,"languageId":"markdown","version":1,"text":)", quoted(text), "}}"));
}

void LspClient::change(const std::string& path, int version, std::string_view changes) {
  notify("textDocument/didChange",
         cat(R"({"textDocument":{"uri":)", quoted(file_uri(path)), R"(,"version":)", version,
             R"(},"contentChanges":)", changes, "}"));
}

JsonValue LspClient::diagnostics(const std::string& path, std::size_t count) {
  const std::string uri = file_uri(path);
  while (told_.count(uri) == 0 || told_[uri].items.size() != count) next();
  return told_[uri];
}

JsonValue LspClient::diagnostics(const std::string& path) {
  const std::string uri = file_uri(path);
  while (told_.count(uri) == 0 || told_[uri].items.empty()) next();
  return told_[uri];
}

}  // namespace starlint
