#include <filesystem>

#include "base/strings.h"
#include "fix/fix.h"
#include "source/file_replacement.h"
#include "source/walk.h"

namespace starlint {

Status replace_file(const std::string& path, std::string_view before, std::string_view after) {
  std::error_code failed;
  const bool there = std::filesystem::exists(path, failed);
  if (!there) return Error{"is gone", path, 0, 0, {}};
  FileReplacement replacement(path);
  replacement.append(after);
  if (Status status = replacement.complete(); !status) return status;
  const Result<std::string> now = read_file(path);
  if (!now || *now != before) {
    return Error{"changed while it was being repaired, and was left alone", path, 0, 0,
                 "run starlint fix again"};
  }
  return replacement.publish();
}

}  // namespace starlint
