#include "source/repository.h"

#include <filesystem>

#include "base/strings.h"
#include "source/walk.h"

namespace starlint {

namespace fs = std::filesystem;

namespace {

/// The value behind "name =" or "name:" on a line of its own; "" where the line is none such.
std::string_view value_after(std::string_view line, std::string_view name, char separator) {
  line = trim(line);
  if (line.substr(0, name.size()) != name) return {};
  line = trim(line.substr(name.size()));
  return !line.empty() && line.front() == separator ? trim(line.substr(1)) : std::string_view();
}

/// What stands in a small file of git's; "" where it cannot be read.
std::string content_of(const fs::path& path) {
  Result<std::string> bytes = read_file(path.string());
  return bytes ? *std::move(bytes) : std::string();
}

/// The directory with `config`: .git itself, or where a worktree's .git file leads.
fs::path git_directory(const fs::path& dot_git) {
  std::error_code error;
  if (fs::is_directory(dot_git, error)) return dot_git;
  const std::string link = content_of(dot_git);
  const fs::path linked = dot_git.parent_path() / fs::path(value_after(link, "gitdir", ':'));
  const std::string common = content_of(linked / "commondir");
  return common.empty() ? linked : linked / fs::path(trim(common));
}

std::string origin_url(const std::string& config) {
  bool in_origin = false;
  for (const std::string_view line : split(config, '\n')) {
    if (trim(line).substr(0, 1) == "[") in_origin = trim(line) == "[remote \"origin\"]";
    const std::string_view url = value_after(line, "url", '=');
    if (in_origin && !url.empty()) return std::string(url);
  }
  return {};
}

}  // namespace

std::string repository_root(const std::string& directory) {
  std::error_code error;
  for (fs::path at = directory;; at = at.parent_path()) {
    if (fs::exists(at / ".git", error)) return at.string();
    if (at == at.parent_path()) return {};
  }
}

Repository find_repository(const std::string& directory) {
  const std::string root = repository_root(directory);
  if (root.empty()) return {};
  const std::string config = content_of(git_directory(fs::path(root) / ".git") / "config");
  return {root, repository_uri(origin_url(config))};
}

std::string repository_uri(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) {
    if (url.substr(0, scheme) == "file") return {};
    std::string_view rest = url.substr(scheme + 3);
    const std::size_t at = rest.substr(0, rest.find('/')).rfind('@');
    if (at != std::string_view::npos) rest.remove_prefix(at + 1);
    return cat(url.substr(0, scheme), "://", rest);
  }
  // The short form of ssh, "user@host:path"; a path has a slash before any colon.
  const std::size_t colon = url.find(':');
  if (colon == std::string_view::npos || url.substr(0, colon).find('/') != std::string_view::npos) {
    return {};
  }
  std::string_view host = url.substr(0, colon);
  if (const std::size_t at = host.rfind('@'); at != std::string_view::npos) {
    host.remove_prefix(at + 1);
  }
  std::string_view path = url.substr(colon + 1);
  if (path.substr(0, 1) == "/") path.remove_prefix(1);
  return cat("ssh://", host, "/", path);
}

}  // namespace starlint
