// A file of notes as bytes. Owned by the run; immutable once read, so any thread may look at it.
#pragma once

#include <string>
#include <string_view>

#include "base/span.h"

namespace starlint {

struct Source {
  FileId id = 0;
  /// As it is printed: as the user gave it, a directory's files joined to the directory with "/".
  std::string path;
  std::string bytes;
};

}  // namespace starlint
