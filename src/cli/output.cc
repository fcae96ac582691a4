#include "cli/output.h"

#include <cerrno>
#include <cstring>

#include "base/strings.h"
#include "text/display.h"

namespace starlint {

FileSink::FileSink(std::string path, const char* mode)
    : path_(std::move(path)),
      file_(path_.empty() ? stdout : std::fopen(path_.c_str(), mode)),
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

std::string visible_lines(std::string_view text) {
  std::vector<std::string> lines;
  for (const std::string_view line : split(text, '\n')) lines.push_back(visible(line));
  return join(lines, "\n");
}

void print_note(std::string_view message) {
  std::fputs(cat("starlint: ", visible_lines(message), "\n").c_str(), stderr);
}

void print_error(const Error& error) { print_note(cat("error: ", error.describe())); }

bool write_output(const std::string& path, const std::string& text) {
  FileSink out(path);
  out.append(text);
  return out.close();
}

}  // namespace starlint
