#include "cli/progress_line.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "base/strings.h"

namespace starlint {

ProgressLine::ProgressLine() {
  const char* terminal = std::getenv("TERM");
  const bool dumb = terminal != nullptr && std::string_view(terminal) == "dumb";
  shown_ = isatty(STDERR_FILENO) != 0 && !dumb;
}

void ProgressLine::show(std::string_view text) const {
  if (shown_) std::fputs(cat("\r\033[K", text).c_str(), stderr);
}

}  // namespace starlint
