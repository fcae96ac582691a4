#include "lsp/server.h"

#include <algorithm>
#include <iterator>

#include "base/strings.h"
#include "lsp/abilities.h"
#include "lsp/uri.h"
#include "report/report.h"

namespace starlint {

Server::Server(const SettingsOptions& options, unsigned threads, ByteSink& out)
    : out_(out), notebook_(options, threads), publisher_(out, threads) {}

void Server::send(std::string_view body) { write_frame(body, out_); }

int Server::run(Inbox& inbox) {
  for (;;) {
    if (inbox.empty() && work()) continue;
    const Message message = inbox.pop();
    const bool exit = message.method == "exit" && message.kind == Message::Kind::Notification;
    if (exit || message.kind == Message::Kind::End) {
      return exit && state_ == State::ShutDown ? 0 : 1;
    }
    handle(message);
  }
}

/// Open documents first, then the other notes, then what all of them say together.
bool Server::work() {
  if (state_ != State::Running || !due_) return false;
  Workspace& workspace = notebook_.workspace();
  if (workspace.waits()) {
    const auto& open = notebook_.open_notes().all();
    const bool told = std::any_of(open.begin(), open.end(), [&](const auto& note) {
      return publisher_.preview(notebook_, client_, note.second);
    });
    if (!told) workspace.read_some();
    return true;
  }
  publisher_.publish(notebook_, client_);
  due_ = false;
  return true;
}

void Server::handle(const Message& message) {
  switch (message.kind) {
    case Message::Kind::Request:
      return answer(message);
    case Message::Kind::Notification:
      return notice(message);
    case Message::Kind::Broken:
      return send(response(message.id, message.fault));
    case Message::Kind::Response:  // to what we asked; nothing hangs on it
    case Message::Kind::End:
      return;
  }
}

void Server::answer(const Message& message) {
  std::string result;
  JsonWriter json(result);
  const Failure failure = message.cancelled
                              ? Failure({RpcCode::RequestCancelled, "the client took it back"})
                              : result_of(message, json);
  send(failure ? response(message.id, *failure) : response(message.id, result));
  if (!failure && message.method == "initialize") {
    notebook_.set_folders(client_.folders);
    notebook_.reload();
    due_ = true;
  }
}

Failure Server::result_of(const Message& message, JsonWriter& result) {
  if (message.method == "initialize") {
    if (state_ != State::Fresh) return RpcError{RpcCode::InvalidRequest, "initialized already"};
    return initialize(message.params, result);
  }
  if (state_ == State::Fresh) return RpcError{RpcCode::ServerNotInitialized, "not initialized yet"};
  if (state_ == State::ShutDown) return RpcError{RpcCode::InvalidRequest, "shut down already"};
  if (message.method == "shutdown") return shutdown(message.params, result);
  const Ability* ability = find_ability(message.method);
  if (ability == nullptr) {
    return RpcError{RpcCode::MethodNotFound, cat("no method '", message.method, "'")};
  }
  const Question question{notebook_, client_, message.params};
  return ability->answer(question, result);
}

Failure Server::initialize(const JsonValue& params, JsonWriter& result) {
  if (params.kind != JsonValue::Kind::Object) {
    return RpcError{RpcCode::InvalidParams, "initialize needs parameters"};
  }
  state_ = State::Running;
  client_ = read_client(params);
  write_abilities(client_, result);
  return {};
}

Failure Server::shutdown(const JsonValue&, JsonWriter& result) {
  state_ = State::ShutDown;
  result.null();
  return {};
}

void Server::notice(const Message& message) {
  struct Entry {
    std::string_view method;
    void (Server::*take)(const JsonValue&);
  };
  static constexpr Entry kEntries[] = {
      {"initialized", &Server::initialized},
      {"textDocument/didChange", &Server::changed},
      {"textDocument/didClose", &Server::closed},
      {"textDocument/didOpen", &Server::opened},
      {"textDocument/didSave", &Server::saved},
      {"workspace/didChangeWatchedFiles", &Server::files_changed},
      {"workspace/didChangeWorkspaceFolders", &Server::folders_changed},
  };
  if (state_ != State::Running) return;
  const auto entry = std::find_if(std::begin(kEntries), std::end(kEntries),
                                  [&](const Entry& one) { return one.method == message.method; });
  if (entry != std::end(kEntries)) (this->*entry->take)(message.params);
}

void Server::initialized(const JsonValue&) {
  if (client_.watches) watch_files();
}

/// Asks the client to tell of notes and settings that change on the disk.
void Server::watch_files() {
  std::string params;
  JsonWriter json(params);
  json.begin_object();
  json.open_array("registrations");
  json.begin_object();
  json.member("id", "starlint-files");
  json.member("method", "workspace/didChangeWatchedFiles");
  json.open_object("registerOptions");
  json.open_array("watchers");
  for (const char* glob : {"**/*.{md,markdown,txt,text,org,rst,adoc,json,toml}", "**/.gitignore"}) {
    json.begin_object();
    json.member("globPattern", glob);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  json.end_object();
  json.end_array();
  json.end_object();
  send(request("starlint-watch", "client/registerCapability", params));
}

void Server::opened(const JsonValue& params) {
  const JsonValue* item = params.find("textDocument");
  const OpenNote* document = item == nullptr ? nullptr : notebook_.open_notes().open(*item);
  if (document == nullptr) return;
  notebook_.take(*document);
  due_ = true;
}

void Server::changed(const JsonValue& params) {
  const OpenNote* document = notebook_.open_notes().change(params, client_.encoding);
  if (document == nullptr) return;
  notebook_.take(*document);
  due_ = true;
}

void Server::closed(const JsonValue& params) {
  const JsonValue* id = params.find("textDocument");
  if (id == nullptr || !notebook_.open_notes().close(id->string("uri"))) return;
  notebook_.rescan();
  due_ = true;
}

/// Clients that cannot watch files tell at least of those they write.
void Server::saved(const JsonValue& params) {
  const JsonValue* id = params.find("textDocument");
  const auto path = id == nullptr ? std::nullopt : path_of_uri(id->string("uri"));
  if (!path) return;
  notebook_.is_setting(*path) ? notebook_.reload() : notebook_.rescan();
  due_ = true;
}

void Server::files_changed(const JsonValue& params) {
  const JsonValue* changes = params.find("changes");
  if (changes == nullptr) return;
  const bool settings =
      std::any_of(changes->items.begin(), changes->items.end(), [&](const JsonValue& change) {
        const auto path = path_of_uri(change.string("uri"));
        return path && notebook_.is_setting(*path);
      });
  settings ? notebook_.reload() : notebook_.rescan();
  due_ = true;
}

void Server::folders_changed(const JsonValue& params) {
  std::vector<std::string> folders = notebook_.folders();
  for (const std::string& gone : read_folders(params.at("event/removed"))) {
    std::erase(folders, gone);
  }
  for (std::string& added : read_folders(params.at("event/added"))) {
    folders.push_back(std::move(added));
  }
  notebook_.set_folders(std::move(folders));
  notebook_.reload();
  due_ = true;
}

}  // namespace starlint
