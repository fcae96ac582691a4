#include "cli/output.h"

#include <cerrno>
#include <cstring>

#include "base/strings.h"
#include "cli/session.h"

namespace starlint {

FileSink::FileSink(std::string path)
    : path_(std::move(path)),
      file_(path_.empty() ? stdout : std::fopen(path_.c_str(), "wb")),
      written_(file_ != nullptr),
      error_(file_ != nullptr ? 0 : errno) {}

FileSink::~FileSink() {
  if (file_ != nullptr && file_ != stdout) std::fclose(file_);
}

void FileSink::append(std::string_view bytes) {
  if (!written_ || std::fwrite(bytes.data(), 1, bytes.size(), file_) == bytes.size()) return;
  written_ = false;
  error_ = errno;
}

bool FileSink::close() {
  if (file_ != nullptr) {
    const bool flushed = (file_ == stdout ? std::fflush(file_) : std::fclose(file_)) == 0;
    if (written_ && !flushed) error_ = errno;
    written_ = written_ && flushed;
    file_ = nullptr;
  }
  if (!written_) {
    print_error({cat("cannot be written: ", std::strerror(error_)),
                 path_.empty() ? "standard output" : path_,
                 0,
                 0,
                 {}});
  }
  return written_;
}

}  // namespace starlint
