// Reports on their way to standard output or a file.
#pragma once

#include <cstdio>
#include <string>

#include "base/byte_sink.h"

namespace starlint {

/// A file that is written piece by piece; "" is standard output. Failures are kept for close().
class FileSink : public ByteSink {
 public:
  explicit FileSink(std::string path);
  ~FileSink() override;
  FileSink(const FileSink&) = delete;
  FileSink& operator=(const FileSink&) = delete;

  void append(std::string_view bytes) override;
  /// Whether everything was written; else a message goes to standard error.
  bool close();

 private:
  std::string path_;
  std::FILE* file_;
  bool written_;
  int error_ = 0;  // errno of the first failure
};

}  // namespace starlint
