#include "source/file_replacement.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/strings.h"
#include "source/walk.h"

namespace starlint {

namespace fs = std::filesystem;

namespace {

/// "/dev/stdout" may lead to a file, but stands for what is open already.
bool is_of_system(const std::string& path) {
  const std::string absolute = absolute_path(path);
  return absolute.starts_with("/dev/") || absolute.starts_with("/proc/");
}

/// Only root may give a file away; the mode matters to everybody.
bool take_over(int descriptor, const struct stat& old) {
  const bool owned = fchown(descriptor, old.st_uid, old.st_gid) == 0 || errno == EPERM;
  return owned && fchmod(descriptor, old.st_mode & 07777U) == 0;
}

}  // namespace

FileReplacement::FileReplacement(std::string path) : path_(std::move(path)) {
  std::error_code error;
  const bool there = fs::exists(path_, error);
  const fs::path canonical = fs::canonical(path_, error);
  target_ = error ? path_ : canonical.string();
  if (is_of_system(path_) || (there && !fs::is_regular_file(target_, error))) {
    file_ = std::fopen(path_.c_str(), "wb");
    if (file_ == nullptr) fail();
  } else {
    open_beside();
  }
}

FileReplacement::~FileReplacement() {
  if (file_ != nullptr) std::fclose(file_);
  if (!beside_.empty()) unlink(beside_.c_str());
}

void FileReplacement::open_beside() {
  struct stat old {};
  const bool there = stat(target_.c_str(), &old) == 0;
  constexpr unsigned kSecret = 0600;  // until it has the mode of the old one
  constexpr unsigned kUsual = 0666;   // the user's mask decides
  open_fresh(there ? kSecret : kUsual);
  if (file_ != nullptr && there && !take_over(fileno(file_), old)) fail();
}

void FileReplacement::open_fresh(unsigned mode) {
  constexpr int kTries = 100;  // names that killed runs may have left behind
  const fs::path directory = fs::path(target_).parent_path();
  for (int i = 0; i < kTries; ++i) {
    const std::string name = (directory / cat(".starlint-", getpid(), "-", i)).string();
    const int descriptor = open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (descriptor < 0 && errno == EEXIST) continue;
    if (descriptor < 0) break;
    beside_ = name;
    file_ = fdopen(descriptor, "wb");
    return;
  }
  fail();
}

void FileReplacement::append(std::string_view bytes) {
  if (error_ != 0) return;
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) fail();
}

Status FileReplacement::complete() {
  if (file_ != nullptr) {
    const bool flushed = std::fflush(file_) == 0;
    if (!flushed || (!beside_.empty() && fsync(fileno(file_)) != 0)) fail();
    if (std::fclose(file_) != 0) fail();
    file_ = nullptr;
  }
  return error_ == 0 ? success() : Status(error());
}

Status FileReplacement::publish() {
  if (beside_.empty()) return success();
  if (rename(beside_.c_str(), target_.c_str()) != 0) {
    fail();
    return error();
  }
  beside_.clear();
  return success();
}

void FileReplacement::fail() {
  if (error_ == 0) error_ = errno;
}

Error FileReplacement::error() const {
  return {cat("cannot be written: ", std::strerror(error_)), path_, 0, 0, {}};
}

}  // namespace starlint
