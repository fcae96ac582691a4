#include "source/walk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <tuple>

#include "base/strings.h"
#include "json/value.h"
#include "source/document.h"
#include "source/ignore.h"

namespace starlint {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 7> kNoteExtensions = {".adoc", ".markdown", ".md", ".org",
                                                             ".rst",  ".text",     ".txt"};

/// "resume.json" and "ann-resume.json" with JSON Resume's two main members; what is larger is no
/// résumé. No other JSON is opened.
bool is_resume(const fs::path& path) {
  constexpr std::uint64_t kLargestResume = 1 << 20;
  if (!ascii_lower(path.filename().string()).ends_with("resume.json")) return false;
  const Result<std::string> bytes = read_file(path.string(), kLargestResume);
  if (!bytes || bytes->find("\"basics\"") == std::string::npos) return false;
  const Result<JsonValue> root = parse_json(*bytes, {});
  return root && root->find("basics") != nullptr && root->find("work") != nullptr;
}

bool is_entered(const fs::path& directory) {
  const std::string name = directory.filename().string();
  return !name.starts_with('.') && name != "node_modules";
}

/// "./a/../b//c" as people would write it, without touching the disk: "b/c".
std::string printed(const fs::path& path) {
  std::string out = path.lexically_normal().generic_string();
  if (out.size() > 1 && out.ends_with('/')) out.pop_back();
  return out;
}

Error system_error(std::string_view path, int code) {
  return Error{cat("cannot be read: ", std::strerror(code)), std::string(path), 0, 0, {}};
}

class Walker {
 public:
  explicit Walker(const WalkOptions& options) : options_(options) {}

  void argument(const std::string& path);
  Walk finish();

 private:
  void folder(const std::string& path);
  void directory(const fs::path& path, const std::string& absolute);
  void entry(const fs::directory_entry& entry, const std::string& absolute);
  bool ignored(const std::string& absolute, bool is_directory) const {
    return options_.gitignore && ignore_.ignores(absolute, is_directory);
  }

  const WalkOptions& options_;
  Walk walk_;
  IgnoreStack ignore_;
  std::string folder_;                  // the directory argument that is being walked
  std::vector<std::string> documents_;  // in it
};

void Walker::entry(const fs::directory_entry& entry, const std::string& absolute) {
  std::error_code error;
  // Links are not followed: no loops, no file twice, no way out of the tree. Pipes, sockets and
  // devices are never opened.
  const fs::file_type type = entry.symlink_status(error).type();
  if (type == fs::file_type::directory) {
    if (is_entered(entry.path()) && !ignored(absolute, true)) directory(entry.path(), absolute);
  } else if (type == fs::file_type::regular) {
    const bool wanted = is_note(entry.path().string()) || is_resume(entry.path());
    if (wanted && !ignored(absolute, false)) {
      walk_.files.push_back({printed(entry.path()), folder_, false});
    } else if (is_document(entry.path().string()) && !ignored(absolute, false)) {
      documents_.push_back(printed(entry.path()));
    }
  } else if (type == fs::file_type::none) {  // it is there and cannot be looked at
    walk_.problems.push_back(system_error(printed(entry.path()), error.value()));
  }
}

void Walker::directory(const fs::path& path, const std::string& absolute) {
  std::error_code error;
  fs::directory_iterator entries(path, error);
  ignore_.push(absolute);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    const std::string name = entries->path().filename().string();
    entry(*entries, absolute.ends_with('/') ? cat(absolute, name) : cat(absolute, "/", name));
  }
  ignore_.pop();
  if (error) walk_.problems.push_back(system_error(printed(path), error.value()));
}

void Walker::folder(const std::string& path) {
  const std::string absolute = absolute_path(path);
  const std::size_t files = walk_.files.size();
  const std::size_t problems = walk_.problems.size();
  folder_ = printed(path);
  documents_.clear();
  ignore_ = {};
  ignore_.push_above(absolute);
  directory(path, absolute);
  if (walk_.files.size() != files || walk_.problems.size() != problems) return;
  std::sort(documents_.begin(), documents_.end());
  walk_.empty.push_back({folder_, documents_});
}

void Walker::argument(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    walk_.problems.push_back({"no such file or directory", path, 0, 0, {}});
  } else if (status.type() == fs::file_type::none) {
    walk_.problems.push_back(system_error(path, error.value()));
  } else if (fs::is_directory(status)) {
    folder(path);
  } else if (fs::is_regular_file(status)) {
    walk_.files.push_back({printed(path), folder_of_file(printed(path)), true});
  } else {
    walk_.problems.push_back({"is neither a file nor a directory", path, 0, 0, {}});
  }
}

Walk Walker::finish() {
  // Of two folders that hold one file, the outer one has the shorter path.
  const auto depth = [](const std::string& folder) { return folder == "." ? 0 : folder.size(); };
  std::sort(walk_.files.begin(), walk_.files.end(), [&](const NotePath& a, const NotePath& b) {
    return std::tuple(std::string_view(a.path), depth(a.folder), !a.named) <
           std::tuple(std::string_view(b.path), depth(b.folder), !b.named);
  });
  std::vector<NotePath> files;
  for (NotePath& note : walk_.files) {
    if (files.empty() || files.back().path != note.path) {
      files.push_back(std::move(note));
    } else {
      files.back().named = files.back().named || note.named;
    }
  }
  walk_.files = std::move(files);
  const auto by_path = [](const auto& a, const auto& b) { return a.path < b.path; };
  std::sort(walk_.empty.begin(), walk_.empty.end(), by_path);
  std::sort(walk_.problems.begin(), walk_.problems.end(), by_path);
  return std::move(walk_);
}

}  // namespace

std::string absolute_path(const std::string& path) {
  std::error_code error;
  std::string out = fs::absolute(path, error).lexically_normal().generic_string();
  if (out.size() > 1 && out.ends_with('/')) out.pop_back();
  return out;
}

bool is_note(const std::string& path) {
  return std::binary_search(kNoteExtensions.begin(), kNoteExtensions.end(),
                            ascii_lower(fs::path(path).extension().string()));
}

std::string folder_of_file(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().generic_string();
  return folder.empty() ? "." : folder;
}

Walk find_notes(const std::vector<std::string>& arguments, const WalkOptions& options) {
  Walker walker(options);
  for (const std::string& path : arguments) walker.argument(path);
  return walker.finish();
}

static Result<std::string> read_descriptor(int descriptor, const std::string& path,
                                           std::uint64_t largest) {
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  for (;;) {
    const ssize_t count = read(descriptor, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_error(path, errno);
    if (count == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
    if (bytes.size() > largest) {
      return Error{cat("is larger than ", largest >> 20U, " MiB and was not read"), path, 0, 0, {}};
    }
  }
}

Result<std::string> read_file(const std::string& path, std::uint64_t largest) {
  // Not blocking: what was a file a moment ago may be a pipe by now.
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return system_error(path, errno);
  struct stat status {};
  const bool regular = fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  Result<std::string> bytes =
      regular ? read_descriptor(descriptor, path, largest)
              : Result<std::string>(Error{"is not a regular file", path, 0, 0, {}});
  close(descriptor);
  return bytes;
}

std::string read_standard_input() {
  Result<std::string> bytes = read_descriptor(STDIN_FILENO, "standard input", kLargestNote);
  return bytes ? *std::move(bytes) : std::string();
}

}  // namespace starlint
