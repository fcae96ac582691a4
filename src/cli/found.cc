#include "cli/found.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/strings.h"
#include "cli/output.h"
#include "source/document.h"
#include "source/walk.h"

namespace starlint {

namespace {

constexpr std::string_view kNotes =
    "notes end in .md .markdown .txt .text .org .rst .adoc, or are a resume.json";

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

/// "cv.docx, cv.pdf and 3 more".
std::string some_of(const std::vector<std::string>& paths) {
  constexpr std::size_t kMost = 5;
  const std::size_t shown = std::min(paths.size(), kMost);
  const std::string names = join({paths.begin(), paths.begin() + static_cast<long>(shown)}, ", ");
  return paths.size() == shown ? names
                               : cat(names, " and ", std::uint64_t{paths.size() - shown}, " more");
}

/// A folder in which nothing was read. Where that may be a mistake the run fails, so that a wrong
/// path does not pass for clean notes for ever: documents lie there, or nothing at all was found
/// where somebody said it would be. The working directory is no such path.
void tell_empty(const EmptyFolder& folder, bool alone, std::vector<Error>& problems) {
  if (!folder.documents.empty()) {
    problems.push_back({"nothing here can be read", folder.path, 0, 0,
                        cat("save as text (.md or .txt): ", some_of(folder.documents),
                            "; the first: ", conversion_of(folder.documents.front()))});
  } else if (alone && folder.path != ".") {
    problems.push_back({"no notes here", folder.path, 0, 0,
                        cat(kNotes, "; --no-ignore reads what .gitignore names, too")});
  } else {
    print_note(cat(folder.path == "." ? "" : cat(folder.path, ": "), "no notes here; ", kNotes));
  }
}

}  // namespace

std::vector<FoundNote> find_input(const CliOptions& options, std::vector<Error>& problems) {
  std::vector<FoundNote> found;
  std::vector<std::string> arguments;
  for (const std::string& path : options.paths) {
    if (path != "-") {
      arguments.push_back(path);
    } else if (found.empty()) {
      const std::string& name = options.stdin_filename;
      found.push_back({name, absolute_path(name), folder_of_file(name), true, true});
    }
  }
  Walk walk = find_notes(arguments, {options.gitignore});
  warn_of_reports(written_by(options), arguments);
  for (NotePath& note : walk.files) {
    found.push_back({note.path, absolute_path(note.path), note.folder, note.named, false});
  }
  problems = std::move(walk.problems);
  const bool alone = found.empty();
  for (const EmptyFolder& folder : walk.empty) tell_empty(folder, alone, problems);
  return found;
}

void leave_out_own_files(const CliOptions& options,
                         const std::vector<Setting<std::string>>& baselines,
                         std::vector<FoundNote>& found) {
  std::set<std::string> own;
  for (const Reports::value_type& report : written_by(options)) own.insert(report.first);
  for (const Setting<std::string>& baseline : baselines) own.insert(absolute_path(baseline.value));
  for (const std::string& path : {options.baseline, options.settings.config_file}) {
    if (!path.empty()) own.insert(absolute_path(path));
  }
  const std::size_t removed = std::erase_if(found, [&](const FoundNote& note) {
    return !note.standard_input &&
           (own.count(note.absolute) != 0 || is_settings_file(note.absolute));
  });
  if (removed != 0 && found.empty()) {
    print_note(cat("only starlint's own files are named, and they are no notes; ", kNotes));
  }
}

}  // namespace starlint
