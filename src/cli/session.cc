#include "cli/session.h"

#include <map>

#include "base/strings.h"
#include "cli/found.h"
#include "cli/output.h"
#include "source/document.h"
#include "source/walk.h"
#include "text/text.h"

namespace starlint {

namespace {

/// The ledgers that hold for the notes are notes themselves.
void add_ledgers(Settings& settings, std::vector<FoundNote>& found) {
  std::map<std::string, const ConfigFile*> ledgers;  // by absolute path
  for (const FoundNote& note : found) {
    for (const ConfigFile* file : settings.chain(note.absolute)) {
      if (!file->ledger.empty()) ledgers.emplace(absolute_path(file->path), file);
    }
  }
  for (const auto& [absolute, file] : ledgers) {
    found.push_back({file->path, absolute, folder_of_file(file->path)});
  }
}

/// The bytes of a note, or why it is none; nothing where it was only met on the way.
std::optional<Result<std::string>> read_note(const FoundNote& note) {
  Result<std::string> bytes =
      note.standard_input ? Result<std::string>(read_standard_input()) : read_file(note.path);
  if (!bytes || !is_binary(*bytes)) return bytes;
  if (note.named) {
    return Error{"is no text", note.path, 0, 0,
                 cat("save it as text (.md or .txt), and name that file",
                     is_document(note.path) ? cat(": ", conversion_of(note.path)) : "")};
  }
  print_note(cat(note.path, ": is no text and was skipped"));
  return std::nullopt;
}

}  // namespace

std::unique_ptr<Settings> open_settings(const CliOptions& options,
                                        const std::vector<std::string>& notes) {
  std::vector<Error> errors;
  std::unique_ptr<Settings> settings = Settings::open(options.settings, notes, errors);
  for (const Error& error : errors) print_error(error);
  return settings;
}

std::unique_ptr<RuleSet> load_rules(const CliOptions& options) {
  const std::unique_ptr<Settings> settings = open_settings(options, {absolute_path("./any")});
  return settings == nullptr ? nullptr : std::move(settings->rules);
}

std::optional<Session> open_session(const CliOptions& options) {
  Session session;
  session.lint.threads = options.threads;
  std::vector<FoundNote> found = find_input(options, session.problems);
  std::vector<std::string> notes;
  for (const FoundNote& note : found) notes.push_back(note.absolute);
  const std::unique_ptr<Settings> settings = open_settings(options, notes);
  if (settings == nullptr) return std::nullopt;
  for (const Setting<std::string>* named : settings->baselines(notes)) {
    session.baselines.push_back(*named);
  }
  leave_out_own_files(options, session.baselines, found);
  add_ledgers(*settings, found);
  for (const FoundNote& note : found) {
    std::optional<Result<std::string>> bytes = read_note(note);
    if (!bytes) continue;
    if (!*bytes) {
      session.problems.push_back(bytes->error());
      continue;
    }
    session.inputs.push_back(
        {{0, note.path, **std::move(bytes)},
         speaker_of(settings->chain(note.absolute), note.absolute, note.folder).name,
         settings->choice(note.absolute)});
  }
  for (const Error& problem : session.problems) print_error(problem);
  session.rules = std::move(settings->rules);
  return session;
}

}  // namespace starlint
