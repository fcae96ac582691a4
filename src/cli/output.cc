#include "cli/output.h"

#include <cerrno>
#include <cstring>

#include "base/strings.h"
#include "text/display.h"

namespace starlint {

FileSink::FileSink(std::string path, Mode mode) : path_(std::move(path)) {
  if (!path_.empty() && mode == Mode::Replace) {
    replacement_.emplace(path_);
    return;
  }
  stream_ = path_.empty() ? stdout : std::fopen(path_.c_str(), "ab");
  if (stream_ == nullptr) error_ = errno;
}

FileSink::~FileSink() {
  if (stream_ != nullptr && stream_ != stdout) std::fclose(stream_);
}

void FileSink::append(std::string_view bytes) {
  if (replacement_) return replacement_->append(bytes);
  if (error_ != 0 || std::fwrite(bytes.data(), 1, bytes.size(), stream_) == bytes.size()) return;
  error_ = errno;
}

Status FileSink::finish() {
  if (replacement_) {
    const Status status = replacement_->complete();
    return status ? replacement_->publish() : status;
  }
  if (stream_ != nullptr) {
    const bool flushed = (stream_ == stdout ? std::fflush(stream_) : std::fclose(stream_)) == 0;
    if (error_ == 0 && !flushed) error_ = errno;
    stream_ = nullptr;
  }
  if (error_ == 0) return success();
  const std::string name = path_.empty() ? "standard output" : path_;
  return Error{cat("cannot be written: ", std::strerror(error_)), name, 0, 0, {}};
}

bool FileSink::close() {
  const Status status = finish();
  if (!status) print_error(status.error());
  return status.ok();
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
