#include "lsp/open_notes.h"

#include <algorithm>

#include "base/strings.h"
#include "lsp/uri.h"

namespace starlint {

namespace {

/// Applies one change; false where it makes no sense.
bool apply(const JsonValue& change, PositionEncoding encoding, std::string& text) {
  const JsonValue* fresh = change.find("text");
  if (fresh == nullptr || fresh->kind != JsonValue::Kind::String) return false;
  if (change.find("range") == nullptr) {
    text = fresh->text;
    return true;
  }
  const std::optional<LspRange> range = read_range(change.find("range"));
  if (!range) return false;
  const LineIndex lines(text);
  const std::uint32_t begin = offset_at({text, lines}, range->start, encoding);
  const std::uint32_t end = offset_at({text, lines}, range->end, encoding);
  text.replace(begin, end - begin, fresh->text);
  return true;
}

/// Editors open more than notes: the committed version beside a changed file, cells, conversations.
bool is_document(std::string_view uri) { return path_of_uri(uri) || uri.starts_with("untitled:"); }

}  // namespace

std::string path_of_document(std::string_view uri, std::string_view language) {
  if (const auto path = path_of_uri(uri)) return *path;
  return language == "markdown" ? cat(uri, ".md") : language == "org" ? cat(uri, ".org") : cat(uri);
}

const OpenNote* OpenNotes::open(const JsonValue& item) {
  const std::string_view uri = item.string("uri");
  const JsonValue* text = item.find("text");
  const std::string_view language = item.string("languageId");
  if (!is_document(uri) || text == nullptr || text->kind != JsonValue::Kind::String) return nullptr;
  // Settings and packs are read from the disk when they are saved.
  if (language == "toml" || uri.ends_with(".toml")) return nullptr;
  OpenNote& document = notes_[std::string(uri)];
  document = {std::string(uri), path_of_document(uri, language),
              item.integer("version").value_or(0), text->text};
  return &document;
}

const OpenNote* OpenNotes::change(const JsonValue& params, PositionEncoding encoding) {
  const JsonValue* id = params.find("textDocument");
  const JsonValue* changes = params.find("contentChanges");
  if (id == nullptr || changes == nullptr) return nullptr;
  const auto found = notes_.find(id->string("uri"));
  if (found == notes_.end()) return nullptr;
  OpenNote& document = found->second;
  document.version = id->integer("version").value_or(document.version);
  for (const JsonValue& change : changes->items) {
    if (!apply(change, encoding, document.text)) return nullptr;
  }
  return &document;
}

std::optional<OpenNote> OpenNotes::close(std::string_view uri) {
  const auto found = notes_.find(uri);
  if (found == notes_.end()) return std::nullopt;
  OpenNote out = std::move(found->second);
  notes_.erase(found);
  return out;
}

const OpenNote* OpenNotes::find(std::string_view uri) const {
  const auto found = notes_.find(uri);
  return found == notes_.end() ? nullptr : &found->second;
}

const OpenNote* OpenNotes::at_path(std::string_view path) const {
  const auto found = std::find_if(notes_.begin(), notes_.end(),
                                  [&](const auto& entry) { return entry.second.path == path; });
  return found == notes_.end() ? nullptr : &found->second;
}

}  // namespace starlint
