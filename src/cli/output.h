// What the commands print and write.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "base/byte_sink.h"
#include "base/result.h"

namespace starlint {

/// A file that is written piece by piece, opened as fopen does; "" is standard output. Failures are
/// kept for close().
class FileSink : public ByteSink {
 public:
  explicit FileSink(std::string path, const char* mode = "wb");
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

/// Writes to standard output, or to `path` where it is not empty. False (and a message) on failure.
bool write_output(const std::string& path, const std::string& text);

/// The text with everything but its line feeds made visible: it quotes notes and packs.
std::string visible_lines(std::string_view text);

/// "starlint: error: …" on standard error.
void print_error(const Error& error);
/// "starlint: …" on standard error.
void print_note(std::string_view message);

}  // namespace starlint
