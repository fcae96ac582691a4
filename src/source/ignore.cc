#include "source/ignore.h"

#include <filesystem>

#include "base/strings.h"
#include "source/repository.h"
#include "source/walk.h"

namespace starlint {

namespace fs = std::filesystem;

IgnoreFile::IgnoreFile(std::string_view text) {
  for (std::string_view line : split(text, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    while (line.ends_with(' ') && !line.ends_with("\\ ")) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const bool negated = line.front() == '!';
    if (negated) line.remove_prefix(1);
    if (line.empty() || line == "/") continue;
    rules_.push_back({Glob(line), negated, line.ends_with('/')});
  }
}

IgnoreFile::Verdict IgnoreFile::verdict(std::string_view path, bool is_directory) const {
  for (auto rule = rules_.rbegin(); rule != rules_.rend(); ++rule) {
    if (rule->directories_only && !is_directory) continue;
    if (rule->glob.matches(path)) return rule->negated ? Verdict::Kept : Verdict::Ignored;
  }
  return Verdict::Silent;
}

void IgnoreStack::push(const std::string& directory) {
  const std::string path =
      directory.ends_with('/') ? cat(directory, ".gitignore") : cat(directory, "/.gitignore");
  std::error_code missing;
  // Like git, a link is not followed.
  const bool there = fs::symlink_status(path, missing).type() == fs::file_type::regular;
  const Result<std::string> text =
      there ? read_file(path, kLargestSettings) : Result<std::string>(std::string());
  layers_.push_back({path.size() - std::string_view(".gitignore").size(),
                     IgnoreFile(text ? std::string_view(*text) : std::string_view())});
}

void IgnoreStack::pop() { layers_.pop_back(); }

void IgnoreStack::push_above(const std::string& directory) {
  const fs::path root = repository_root(directory);
  if (root.empty()) return;
  fs::path above = root;
  for (const fs::path& name : fs::path(directory).lexically_relative(root)) {
    if (name == ".") continue;
    push(above.string());
    above /= name;
  }
}

bool IgnoreStack::ignores(std::string_view path, bool is_directory) const {
  for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) {
    const auto verdict = layer->file.verdict(path.substr(layer->base), is_directory);
    if (verdict != IgnoreFile::Verdict::Silent) return verdict == IgnoreFile::Verdict::Ignored;
  }
  return false;
}

}  // namespace starlint
