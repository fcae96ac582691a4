#include "lsp/publisher.h"

#include <functional>

#include "lint/pool.h"
#include "lint/waive.h"
#include "lsp/diagnostics.h"
#include "lsp/message.h"
#include "lsp/transport.h"
#include "lsp/uri.h"
#include "source/walk.h"

namespace starlint {

namespace {

constexpr std::string_view kMethod = "textDocument/publishDiagnostics";

}  // namespace

void Publisher::tell(const std::string& uri, const std::string& parameters, bool empty,
                     Told& told) {
  const std::uint64_t hash = std::hash<std::string>{}(parameters);
  const auto before = told_.find(uri);
  const bool known = before != told_.end();
  if (known ? before->second != hash : !empty) {
    write_frame(notification(kMethod, parameters), out_);
  }
  if (known || !empty) told[uri] = hash;
}

void Publisher::publish(Notebook& notebook, const Client& client) {
  const LintRun& run = notebook.workspace().run();
  const auto shown = shown_by_file(run);
  std::vector<std::string> written(run.files.size());
  for_each_index(written.size(), threads_, [&](std::size_t i) {
    written[i] = published(run, *run.files[i], shown[i], notebook, client);
  });
  Told told;
  for (std::size_t i = 0; i < written.size(); ++i) {
    tell(notebook.uri_of_file(*run.files[i]), written[i], shown[i].empty(), told);
  }
  tell_problems(notebook, told);
  for (const auto& [uri, hash] : told_) {
    if (told.count(uri) == 0) write_frame(notification(kMethod, published_nothing(uri)), out_);
  }
  told_ = std::move(told);
}

bool Publisher::preview(Notebook& notebook, const Client& client, const OpenNote& note) {
  if (told_.count(note.uri) > 0 || notebook.accepts()) return false;
  Workspace& workspace = notebook.workspace();
  const LintRun& run = workspace.files();
  const FileResult* file = workspace.file(notebook.shown_path(note.path));
  if (file == nullptr || !workspace.waits()) return false;
  const std::vector<Finding> findings = own_findings(*file, *run.rules);
  std::vector<Shown> shown;
  for (const Finding& finding : findings) shown.push_back({&finding, nullptr});
  tell(note.uri, published(run, *file, shown, notebook, client), false, told_);
  return true;
}

void Publisher::tell_problems(const Notebook& notebook, Told& told) {
  std::map<std::string, std::vector<Error>> by_uri;
  for (const Error& error : notebook.problems()) {
    if (!error.path.empty()) by_uri[file_uri(absolute_path(error.path))].push_back(error);
  }
  for (const auto& [uri, errors] : by_uri) tell(uri, published(uri, errors), false, told);
}

}  // namespace starlint
