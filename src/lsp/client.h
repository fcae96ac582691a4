// What the client said of itself when it introduced itself.
#pragma once

#include <string>
#include <vector>

#include "json/value.h"
#include "lsp/position.h"

namespace starlint {

struct Client {
  PositionEncoding encoding = PositionEncoding::Utf16;
  bool related = false;         // shows the other places of a diagnostic
  bool nested_symbols = false;  // takes symbols as a tree
  bool versioned_edits = false;
  bool watches = false;              // can be asked to watch files
  std::vector<std::string> folders;  // absolute paths
};

/// From the parameters of "initialize".
Client read_client(const JsonValue& params);
/// The paths of workspace folders, as "initialize" and "didChangeWorkspaceFolders" list them.
std::vector<std::string> read_folders(const JsonValue* folders);

}  // namespace starlint
