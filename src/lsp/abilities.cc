#include "lsp/abilities.h"

#include <algorithm>
#include <iterator>

#include "report/report.h"

namespace starlint {

namespace {

constexpr int kIncremental = 2;  // TextDocumentSyncKind

constexpr Ability kAbilities[] = {
    {"textDocument/codeAction", answer_actions},    {"textDocument/documentSymbol", answer_symbols},
    {"textDocument/hover", answer_hover},           {"textDocument/inlayHint", answer_hints},
    {"textDocument/references", answer_references},
};

void write_sync(JsonWriter& json) {
  json.open_object("textDocumentSync");
  json.member("openClose", true);
  json.member("change", kIncremental);
  json.member("save", true);
  json.end_object();
}

void write_workspace(JsonWriter& json) {
  json.open_object("workspace");
  json.open_object("workspaceFolders");
  json.member("supported", true);
  json.member("changeNotifications", true);
  json.end_object();
  json.end_object();
}

}  // namespace

const FileResult* Question::file() const {
  const JsonValue* id = params.find("textDocument");
  if (id == nullptr) return nullptr;
  const std::string_view uri = id->string("uri");
  const OpenNote* document = notebook.open_notes().find(uri);
  const std::string path = document != nullptr ? document->path : path_of_document(uri, {});
  const FileResult* file = notebook.workspace().file(notebook.shown_path(path));
  return file != nullptr && places().shares_text(*file) ? file : nullptr;
}

const Ability* find_ability(std::string_view method) {
  const auto found = std::find_if(std::begin(kAbilities), std::end(kAbilities),
                                  [&](const Ability& one) { return one.method == method; });
  return found == std::end(kAbilities) ? nullptr : &*found;
}

void write_abilities(const Client& client, JsonWriter& json) {
  json.begin_object();
  json.open_object("capabilities");
  json.member("positionEncoding", name_of(client.encoding));
  write_sync(json);
  write_workspace(json);
  json.member("documentSymbolProvider", true);
  json.member("hoverProvider", true);
  json.member("inlayHintProvider", true);
  json.member("referencesProvider", true);
  json.open_object("codeActionProvider");
  json.open_array("codeActionKinds");
  json.value("quickfix");
  json.value("source.fixAll.starlint");
  json.end_array();
  json.end_object();
  json.end_object();
  json.open_object("serverInfo");
  json.member("name", "starlint");
  json.member("version", version());
  json.end_object();
  json.end_object();
}

}  // namespace starlint
