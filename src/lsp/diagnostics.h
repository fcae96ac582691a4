// Findings as diagnostics.
#pragma once

#include <string>
#include <vector>

#include "lint/lint.h"
#include "lsp/client.h"
#include "lsp/places.h"

namespace starlint {

/// The findings of each file that are not accepted, by FileId.
std::vector<std::vector<const Finding*>> findings_by_file(const LintRun& run);

/// The parameters of "textDocument/publishDiagnostics" for one file.
std::string published(const LintRun& run, const FileResult& file,
                      const std::vector<const Finding*>& findings, const Notebook& notebook,
                      const Client& client);
/// The same for a file of settings.
std::string published(const std::string& uri, const std::vector<Error>& errors);
/// That there is nothing to say of a document.
std::string published_nothing(const std::string& uri);

}  // namespace starlint
