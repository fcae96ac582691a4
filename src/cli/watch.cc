#include "cli/watch.h"

#include <poll.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/strings.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/stop_signal.h"
#include "cli/terminal.h"
#include "source/walk.h"

namespace starlint {

namespace fs = std::filesystem;

namespace {

constexpr int kPause = 400;  // milliseconds between two looks
constexpr std::string_view kClear = "\x1b[H\x1b[2J\x1b[3J";

/// Time and size of each file that matters; a change of either is a change.
using Snapshot = std::map<std::string, std::pair<fs::file_time_type, std::uintmax_t>>;

void add_file(const fs::path& path, Snapshot& snapshot) {
  std::error_code missing;  // then it is not in the snapshot, which tells as much
  const fs::file_time_type time = fs::last_write_time(path, missing);
  if (missing) return;
  const std::uintmax_t size = fs::is_regular_file(path, missing) ? fs::file_size(path, missing) : 0;
  snapshot[path.string()] = {time, size};
}

/// The settings that may hold for a note stand beside it or above.
void add_settings(const std::set<fs::path>& directories, Snapshot& snapshot) {
  for (const fs::path& directory : directories) {
    for (const char* name : {"starlint.toml", ".starlint.toml"}) {
      add_file(directory / name, snapshot);
    }
  }
}

void add_pack(const std::string& pack, Snapshot& snapshot) {
  std::error_code error;
  add_file(pack, snapshot);
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(pack, error)) {
    if (entry.path().extension() == ".toml") add_file(entry.path(), snapshot);
  }
}

Snapshot look(const CliOptions& options) {
  Snapshot snapshot;
  std::set<fs::path> directories;
  for (const NotePath& note : find_notes(options.paths, {options.gitignore}).files) {
    add_file(note.path, snapshot);
    fs::path directory = fs::path(absolute_path(note.path)).parent_path();
    while (directories.insert(directory).second) directory = directory.parent_path();
  }
  add_settings(directories, snapshot);
  for (const std::string& pack : options.settings.packs) add_pack(pack, snapshot);
  for (const std::string& file : {options.settings.config_file, options.baseline}) {
    if (!file.empty()) add_file(file, snapshot);
  }
  return snapshot;
}

}  // namespace

int watch(const CliOptions& options, Command command) {
  if (std::find(options.paths.begin(), options.paths.end(), "-") != options.paths.end()) {
    print_error({"--watch cannot wait for standard input to change", {}, 0, 0, {}});
    return kFailed;
  }
  catch_stop_signals();
  int status = kClean;
  while (!stop_requested()) {
    const Snapshot before = look(options);
    if (on_terminal()) std::fwrite(kClear.data(), 1, kClear.size(), stdout);
    status = command(options);
    print_note("waiting for a change; Ctrl-C ends");
    while (!stop_requested() && look(options) == before) poll(nullptr, 0, kPause);
  }
  return status;
}

}  // namespace starlint
