// What the server can be asked of a document.
#pragma once

#include <string_view>

#include "json/writer.h"
#include "lsp/client.h"
#include "lsp/message.h"
#include "lsp/notebook.h"
#include "lsp/places.h"

namespace starlint {

/// A request as its ability sees it.
struct Question {
  Notebook& notebook;
  const Client& client;
  const JsonValue& params;

  Places places() const { return {notebook, client.encoding}; }
  /// The file of "textDocument", read if it waited; nullptr where there is none to speak of.
  const FileResult* file() const;
};

/// Writes exactly one JSON value, or fails.
struct Ability {
  std::string_view method;
  Failure (*answer)(const Question& question, JsonWriter& result);
};

/// nullptr where there is none of that method.
const Ability* find_ability(std::string_view method);

/// The result of "initialize".
void write_abilities(const Client& client, JsonWriter& json);

Failure answer_actions(const Question& question, JsonWriter& result);
Failure answer_hints(const Question& question, JsonWriter& result);
Failure answer_hover(const Question& question, JsonWriter& result);
Failure answer_references(const Question& question, JsonWriter& result);
Failure answer_symbols(const Question& question, JsonWriter& result);

}  // namespace starlint
