// The pieces of the manual that are no definitions, compiled in from src/cli/manual/.
#pragma once

#include <string_view>

namespace starlint {

extern const std::string_view kExamples;
extern const std::string_view kStatuses;
extern const std::string_view kManHead;  // the man page in front of the commands
extern const std::string_view kManTail;  // and behind them

}  // namespace starlint
