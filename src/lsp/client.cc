#include "lsp/client.h"

#include "lsp/uri.h"
#include "source/walk.h"

namespace starlint {

std::vector<std::string> read_folders(const JsonValue* folders) {
  std::vector<std::string> out;
  if (folders == nullptr) return out;
  for (const JsonValue& folder : folders->items) {
    if (const auto path = path_of_uri(folder.string("uri"))) out.push_back(*path);
  }
  return out;
}

Client read_client(const JsonValue& params) {
  Client out;
  const auto can = [&](std::string_view path) {
    const JsonValue* value = params.at(path);
    return value != nullptr && value->kind == JsonValue::Kind::Bool && value->flag;
  };
  out.encoding = choose_encoding(params.at("capabilities/general/positionEncodings"));
  out.related = can("capabilities/textDocument/publishDiagnostics/relatedInformation");
  out.nested_symbols =
      can("capabilities/textDocument/documentSymbol/hierarchicalDocumentSymbolSupport");
  out.versioned_edits = can("capabilities/workspace/workspaceEdit/documentChanges");
  out.watches = can("capabilities/workspace/didChangeWatchedFiles/dynamicRegistration");
  out.folders = read_folders(params.find("workspaceFolders"));
  // How older clients name the one folder they have.
  if (out.folders.empty()) {
    if (const auto root = path_of_uri(params.string("rootUri"))) {
      out.folders.push_back(*root);
    } else if (!params.string("rootPath").empty()) {
      out.folders.push_back(absolute_path(std::string(params.string("rootPath"))));
    }
  }
  return out;
}

}  // namespace starlint
