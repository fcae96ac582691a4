// Findings as diagnostics.
#pragma once

#include <string>
#include <vector>

#include "lint/lint.h"
#include "lsp/client.h"
#include "lsp/places.h"

namespace starlint {

/// A finding as one file shows it: where it stands, or at another of its places.
struct Shown {
  const Finding* finding = nullptr;
  const Related* place = nullptr;  // null: where it stands
};

/// What each file shows of the findings that are not accepted, by FileId: its own, and those of
/// other files that have a place in it.
std::vector<std::vector<Shown>> shown_by_file(const LintRun& run);

/// The parameters of "textDocument/publishDiagnostics" for one file.
std::string published(const LintRun& run, const FileResult& file, const std::vector<Shown>& shown,
                      const Notebook& notebook, const Client& client);
/// The same for a file of settings.
std::string published(const std::string& uri, const std::vector<Error>& errors);
/// That there is nothing to say of a document.
std::string published_nothing(const std::string& uri);

}  // namespace starlint
