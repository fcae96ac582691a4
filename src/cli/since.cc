#include "cli/since.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/strings.h"
#include "source/changes.h"
#include "source/repository.h"
#include "source/walk.h"

namespace starlint {

namespace {

/// The changes around one file of the run, and its path among them.
struct FileChanges {
  const Changes* changes = nullptr;
  std::string path;
};

bool is_touched(Location where, const LintRun& run, const std::vector<FileChanges>& files) {
  const Text& text = run.file(where.file).text;
  const std::uint32_t last = std::max(where.span.begin + 1, where.span.end) - 1;
  const LineRange lines{text.line(where.span.begin), text.line(last)};
  return files[where.file].changes->touches(files[where.file].path, lines);
}

}  // namespace

Status keep_changed(const std::string& revision, LintRun& run) {
  std::map<std::string, Changes> checkouts;  // by root
  std::vector<FileChanges> files;
  for (const auto& file : run.files) {
    const std::filesystem::path path = absolute_path(file->source.path);
    const std::string root = repository_root(path.parent_path().string());
    if (root.empty())
      return Error{"lies in no checkout of git, as --since needs", file->source.path, 0, 0, {}};
    if (checkouts.find(root) == checkouts.end()) {
      Result<Changes> changes = Changes::since(revision, root);
      if (!changes) return changes.error();
      checkouts.emplace(root, *std::move(changes));
    }
    files.push_back({&checkouts.at(root), path.lexically_relative(root).generic_string()});
  }
  std::erase_if(run.findings, [&](const Finding& finding) {
    return !is_touched(finding.where, run, files) &&
           std::none_of(finding.related.begin(), finding.related.end(),
                        [&](const Related& other) { return is_touched(other.where, run, files); });
  });
  return success();
}

}  // namespace starlint
