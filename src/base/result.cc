#include "base/result.h"

#include "base/strings.h"

namespace starlint {

std::string Error::describe() const {
  std::string out = path;
  if (line != 0) out += cat(":", line);
  if (line != 0 && column != 0) out += cat(":", column);
  if (!out.empty()) out += ": ";
  out += message;
  if (!hint.empty()) out += cat("\n  ", hint);
  return out;
}

}  // namespace starlint
