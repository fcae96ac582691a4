#include "cli/session.h"

#include <algorithm>
#include <map>
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

/// Paths as they are given, by the path from the root.
using Reports = std::map<std::string, std::string>;

/// The reports that this run writes: those of the last run may lie among the notes.
Reports written_by(const CliOptions& options) {
  Reports out;
  if (!options.output_file.empty()) {
    out.emplace(absolute_path(options.output_file), options.output_file);
  }
  for (const auto& [format, path] : options.outputs) out.emplace(absolute_path(path), path);
  return out;
}

/// Only the run that writes a report knows that it is none of the notes it lies among.
void warn_of_reports(const Reports& reports, const std::vector<std::string>& arguments) {
  for (const Reports::value_type& report : reports) {
    const bool among =
        std::any_of(arguments.begin(), arguments.end(), [&](const std::string& argument) {
          return report.first.starts_with(cat(absolute_path(argument), "/"));
        });
    if (!among || !is_note(report.first)) continue;
    print_note(cat(report.second, ": lies among the notes, and other runs may read it as one of ",
                   "them; better write it elsewhere"));
  }
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
  const Reports reports = written_by(options);
  warn_of_reports(reports, arguments);
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
  for (const Setting<std::string>* named : settings->baselines(notes)) {
    session.baselines.push_back(*named);
  }
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
