// What the client has open: its text is the truth, not what stands on the disk.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "json/value.h"
#include "lsp/position.h"

namespace starlint {

struct OpenNote {
  std::string uri;   // as the client spells it
  std::string path;  // absolute; of no file: the URI, with the ending its language asks for
  std::int64_t version = 0;
  std::string text;  // UTF-8
};

class OpenNotes {
 public:
  /// didOpen's "textDocument"; nullptr where it is neither a file nor a new document, or of a
  /// language that is no notes.
  const OpenNote* open(const JsonValue& item);
  /// didChange's parameters: the changes one after the other; a change without a range is all of
  /// the text. nullptr where the document is not open or a change is malformed.
  const OpenNote* change(const JsonValue& params, PositionEncoding encoding);
  /// What was closed.
  std::optional<OpenNote> close(std::string_view uri);

  const OpenNote* find(std::string_view uri) const;
  const OpenNote* at_path(std::string_view path) const;
  const std::map<std::string, OpenNote, std::less<>>& all() const { return notes_; }

 private:
  std::map<std::string, OpenNote, std::less<>> notes_;  // by URI
};

/// The absolute path of a document, or a name for one that is no file.
std::string path_of_document(std::string_view uri, std::string_view language);

}  // namespace starlint
