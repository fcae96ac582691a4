// The files that `init` writes, compiled in from src/cli/init/.
#pragma once

#include <string_view>

namespace starlint {

extern const std::string_view kInitConfiguration;
extern const std::string_view kInitPreCommit;
extern const std::string_view kInitWorkflow;

}  // namespace starlint
