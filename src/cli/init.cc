// init: the first files of a folder of notes, with comments in place of questions.
#include <filesystem>

#include "base/sorted.h"
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/init_files.h"
#include "cli/output.h"
#include "config/configuration.h"
#include "source/repository.h"
#include "source/walk.h"

namespace starlint {

namespace fs = std::filesystem;

namespace {

/// How many directories of `directory` hold notes, where it holds none itself; else 0.
std::size_t folders_of_notes(const std::string& directory) {
  std::vector<std::string> folders;
  for (const NotePath& note : find_notes({directory}, {}).files) {
    const fs::path inside =
        fs::path(note.path).lexically_relative(fs::path(directory).lexically_normal());
    if (!inside.has_parent_path()) return 0;
    folders.push_back(inside.begin()->string());
  }
  sort_unique(folders);
  return folders.size();
}

/// The configuration, with the split into speakers that the folders suggest.
std::string configuration_for(const std::string& directory) {
  constexpr std::string_view kExample = "candidates/*";
  std::string text(kInitConfiguration);
  if (const std::size_t folders = folders_of_notes(directory); folders > 1) {
    text.replace(text.find(kExample), kExample.size(), "*");
    print_note(cat("notes in ", std::uint64_t{folders},
                   " folders: if each is a person's own, take the '#' before speakers in "
                   "starlint.toml"));
  }
  return text;
}

/// Writes a file that is not there yet.
bool write_fresh(const fs::path& path, std::string_view text) {
  std::error_code error;
  const std::string name = printed_path(path.string());
  if (fs::exists(fs::symlink_status(path, error))) {
    const std::string_view here =
        path.is_absolute() && name.find('/') == std::string::npos ? "./" : "";
    print_note(cat(here, name, ": is already there, and left as it is"));
    return true;
  }
  fs::create_directories(path.parent_path(), error);  // write_output says what does not work
  return write_output(path.string(), std::string(text)) && write_output({}, cat(name, "\n"));
}

}  // namespace

int run_init(const CliOptions& options) {
  const std::string& directory = options.paths.front();
  std::error_code error;
  if (!fs::is_directory(directory, error)) {
    print_error({"is no directory", directory, 0, 0, {}});
    return kFailed;
  }
  const std::string absolute = absolute_path(directory);
  const std::string checkout = repository_root(absolute);
  const fs::path root = checkout.empty() ? absolute : checkout;
  bool written = write_fresh(fs::path(absolute) / "starlint.toml", configuration_for(directory));
  written = write_fresh(root / ".pre-commit-config.yaml", kInitPreCommit) && written;
  written = write_fresh(root / ".github/workflows/starlint.yml", kInitWorkflow) && written;
  return written ? kClean : kFailed;
}

}  // namespace starlint
