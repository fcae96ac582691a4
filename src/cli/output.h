// What the commands print and write.
#pragma once

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "base/byte_sink.h"
#include "base/result.h"
#include "source/file_replacement.h"

namespace starlint {

/// Where a report goes, piece by piece. A file is the old one until close(), and then the new one.
/// Failures are kept for close().
class FileSink : public ByteSink {
 public:
  enum class Mode { Replace, Append };

  /// "" is standard output.
  explicit FileSink(std::string path, Mode mode = Mode::Replace);
  ~FileSink() override;
  FileSink(const FileSink&) = delete;
  FileSink& operator=(const FileSink&) = delete;

  void append(std::string_view bytes) override;
  /// Whether everything was written; else a message goes to standard error.
  bool close();

 private:
  Status finish();

  std::string path_;
  std::optional<FileReplacement> replacement_;
  std::FILE* stream_ = nullptr;  // what is no replacement: standard output, or the end of a file
  int error_ = 0;                // errno of the stream's first failure
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
