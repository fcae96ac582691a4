#include "source/walk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/strings.h"

namespace starlint {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 5> kNoteExtensions = {".markdown", ".md", ".org", ".text",
                                                             ".txt"};

bool is_note(const fs::path& path) {
  const std::string extension = ascii_lower(path.extension().string());
  return std::binary_search(kNoteExtensions.begin(), kNoteExtensions.end(), extension);
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

void walk_directory(const fs::path& directory, std::uint32_t argument, Walk& walk) {
  std::error_code error;
  fs::directory_iterator entries(directory, error);
  if (error) {
    walk.problems.push_back(system_error(printed(directory), error.value()));
    return;
  }
  for (const fs::directory_entry& entry : entries) {
    std::error_code ignored;
    if (entry.is_symlink(ignored) && entry.is_directory(ignored)) continue;  // no loops
    if (entry.is_directory(ignored)) {
      if (is_entered(entry.path())) walk_directory(entry.path(), argument, walk);
    } else if (entry.is_regular_file(ignored) && is_note(entry.path())) {
      walk.files.push_back({printed(entry.path()), argument, false});
    }
  }
}

}  // namespace

Walk find_notes(const std::vector<std::string>& arguments) {
  Walk walk;
  for (std::uint32_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    std::error_code error;
    const fs::file_status status = fs::status(argument, error);
    if (status.type() == fs::file_type::not_found) {
      walk.problems.push_back({"no such file or directory", argument, 0, 0, {}});
    } else if (status.type() == fs::file_type::none) {
      walk.problems.push_back(system_error(argument, error.value()));
    } else if (fs::is_directory(status)) {
      walk_directory(argument, i, walk);
    } else if (fs::is_regular_file(status)) {
      walk.files.push_back({printed(argument), i, true});
    } else {
      walk.problems.push_back({"is neither a file nor a directory", argument, 0, 0, {}});
    }
  }
  std::sort(walk.files.begin(), walk.files.end(), [](const NotePath& a, const NotePath& b) {
    return std::tuple(a.path, !a.named, a.argument) < std::tuple(b.path, !b.named, b.argument);
  });
  const auto repeated =
      std::unique(walk.files.begin(), walk.files.end(),
                  [](const NotePath& a, const NotePath& b) { return a.path == b.path; });
  walk.files.erase(repeated, walk.files.end());
  return walk;
}

static Result<std::string> read_descriptor(int descriptor, const std::string& path) {
  std::string bytes;
  struct stat status {};
  if (fstat(descriptor, &status) == 0 && status.st_size > 0) {
    bytes.reserve(static_cast<std::size_t>(status.st_size));
  }
  std::array<char, 1 << 16> buffer;
  for (;;) {
    const ssize_t count = read(descriptor, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_error(path, errno);
    if (count == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
    if (bytes.size() >= std::numeric_limits<std::uint32_t>::max()) {
      return Error{"is larger than 4 GiB and was not read", path, 0, 0, "split the file"};
    }
  }
}

Result<std::string> read_file(const std::string& path) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return system_error(path, errno);
  Result<std::string> bytes = read_descriptor(descriptor, path);
  close(descriptor);
  return bytes;
}

std::string read_standard_input() {
  Result<std::string> bytes = read_descriptor(STDIN_FILENO, "standard input");
  return bytes ? *std::move(bytes) : std::string();
}

}  // namespace starlint
