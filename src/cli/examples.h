// Examples of commands, kept in manual/examples.txt and compiled in.
#pragma once

#include <string_view>
#include <vector>

#include "cli/manual.h"

namespace starlint {

/// Those of a command ("rules new"; "" for the program), in the order of the file.
std::vector<ExampleEntry> examples_of(std::string_view command);
/// What its exit statuses mean, where it has more to say than the program; "" is the program.
std::vector<StatusEntry> statuses_of(std::string_view command);

}  // namespace starlint
