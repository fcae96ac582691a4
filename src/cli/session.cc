#include "cli/session.h"

#include <set>

#include "base/strings.h"
#include "cli/output.h"
#include "source/walk.h"
#include "text/text.h"

namespace starlint {

namespace {

/// A note before it is read.
struct Found {
  std::string path;
  std::string argument;
  bool standard_input = false;
};

/// The reports that this run writes, from the root: those of the last run may lie among the notes.
std::set<std::string> written_by(const CliOptions& options) {
  std::set<std::string> out;
  if (!options.output_file.empty()) out.insert(absolute_path(options.output_file));
  for (const auto& [format, path] : options.outputs) out.insert(absolute_path(path));
  return out;
}

std::vector<Found> find_all(const CliOptions& options, std::vector<Error>& problems) {
  std::vector<Found> found;
  std::vector<std::string> arguments;
  for (const std::string& path : options.paths) {
    if (path != "-") {
      arguments.push_back(path);
    } else if (found.empty()) {
      found.push_back({options.stdin_filename, path, true});
    }
  }
  Walk walk = find_notes(arguments, {options.gitignore});
  const std::set<std::string> reports = written_by(options);
  for (const NotePath& note : walk.files) {
    if (!note.named && reports.count(absolute_path(note.path)) != 0) continue;
    found.push_back({note.path, arguments[note.argument], false});
  }
  problems = std::move(walk.problems);
  if (found.empty() && problems.empty()) {
    print_note("no notes found (.md .markdown .txt .text .org .rst .adoc, resume.json)");
  }
  return found;
}

/// The ledgers that hold for the notes are notes themselves.
void add_ledgers(Settings& settings, std::vector<Found>& found, std::vector<std::string>& notes) {
  std::set<std::string> known(notes.begin(), notes.end());
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (const ConfigFile* file : ConfigChain(settings.chain(notes[i]))) {
      const std::string path = absolute_path(file->path);
      if (file->ledger.empty() || !known.insert(path).second) continue;
      found.push_back({file->path, file->path, false});
      notes.push_back(path);
    }
  }
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
  std::vector<Found> found = find_all(options, session.problems);
  std::vector<std::string> notes;
  for (const Found& note : found) notes.push_back(absolute_path(note.path));
  const std::unique_ptr<Settings> settings = open_settings(options, notes);
  if (settings == nullptr) return std::nullopt;
  add_ledgers(*settings, found, notes);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Found& note = found[i];
    Result<std::string> bytes =
        note.standard_input ? Result<std::string>(read_standard_input()) : read_file(note.path);
    if (!bytes) {
      session.problems.push_back(bytes.error());
    } else if (is_binary(*bytes)) {
      print_note(cat(note.path, ": is no text and was skipped"));
    } else {
      session.inputs.push_back({{0, note.path, *std::move(bytes)},
                                speaker_of(settings->chain(notes[i]), notes[i], note.argument),
                                settings->choice(notes[i])});
    }
  }
  for (const Error& problem : session.problems) print_error(problem);
  session.rules = std::move(settings->rules);
  return session;
}

}  // namespace starlint
