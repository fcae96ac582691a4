// Writes a file so that it is never there in part: the new one is whole and on the disk before it
// takes the name. The only code that writes files which may hold something already.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "base/byte_sink.h"
#include "base/result.h"

namespace starlint {

/// The new content of a file, collected beside it under a hidden name. Links are followed; mode
/// and, where allowed, owner are kept. A device, a pipe and whatever is named below /dev and /proc
/// is written directly. Errors are kept until they are asked for. For one thread.
class FileReplacement : public ByteSink {
 public:
  explicit FileReplacement(std::string path);
  /// Takes away what was not published.
  ~FileReplacement() override;
  FileReplacement(const FileReplacement&) = delete;
  FileReplacement& operator=(const FileReplacement&) = delete;

  void append(std::string_view bytes) override;
  /// Brings all bytes to the disk; nothing may be appended any more.
  Status complete();
  /// Gives the new file its name. REQUIRES: complete() said that all is well.
  Status publish();

 private:
  void open_beside();
  void open_fresh(unsigned mode);
  void fail();
  Error error() const;

  std::string path_;    // as the user says it
  std::string target_;  // where links lead
  std::string beside_;  // the file that is written; "" where it is the target itself
  std::FILE* file_ = nullptr;
  int error_ = 0;  // errno of the first failure
};

}  // namespace starlint
