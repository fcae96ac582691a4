// A file is never half written: the new one is complete on the disk before it takes the name.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "base/strings.h"
#include "fix/fix.h"
#include "source/walk.h"

namespace starlint {

namespace {

Error cannot(std::string_view what, const std::string& path) {
  return {cat("cannot be ", what, ": ", std::strerror(errno)), path, 0, 0, {}};
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

/// The name of a finished copy beside `path`, with its mode and, where allowed, its owner.
Result<std::string> write_beside(const std::string& path, std::string_view bytes) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return cannot("read", path);
  std::string name = cat(path, ".starlint-XXXXXX");
  const int descriptor = mkstemp(name.data());
  if (descriptor < 0) return cannot("written", path);
  // Only root may give a file away; the mode matters to everybody.
  const bool owned = fchown(descriptor, status.st_uid, status.st_gid) == 0 || errno == EPERM;
  const bool written = owned && write_all(descriptor, bytes) &&
                       fchmod(descriptor, status.st_mode & 07777U) == 0 && fsync(descriptor) == 0;
  const bool closed = close(descriptor) == 0;
  if (written && closed) return name;
  Error error = cannot("written", path);
  unlink(name.c_str());
  return error;
}

}  // namespace

Status replace_file(const std::string& path, std::string_view before, std::string_view after) {
  std::error_code failed;
  const std::string target = std::filesystem::canonical(path, failed).string();
  if (failed) return Error{cat("cannot be read: ", failed.message()), path, 0, 0, {}};
  Result<std::string> copy = write_beside(target, after);
  if (!copy) return copy.error();
  const Result<std::string> now = read_file(target);
  if (!now || *now != before) {
    unlink(copy->c_str());
    return Error{"changed while it was being repaired, and was left alone", path, 0, 0,
                 "run starlint fix again"};
  }
  if (rename(copy->c_str(), target.c_str()) != 0) {
    Error error = cannot("replaced", path);
    unlink(copy->c_str());
    return error;
  }
  return success();
}

}  // namespace starlint
