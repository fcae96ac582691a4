// What was typed, held against what the commands take: the command that was meant, and what is
// wrong with the line. Parsing asks; nothing else may see CLI11.
#pragma once

#include <string>

#include "base/result.h"
#include "cli/manual.h"

namespace CLI {
class App;
class Option;
class ParseError;
}  // namespace CLI

namespace starlint {

/// The command that was typed last: "config show" of "starlint config show --colour".
struct TypedCommand {
  const CLI::App* command = nullptr;  // of the line's App, which owns it
  std::string name;                   // "" where none was typed
};
TypedCommand typed_command(const CLI::App& app);

OptionEntry option_entry(const CLI::Option& option);

/// What is wrong, and what was meant or the usage of the command.
Error usage_error(const CLI::App& app, const CLI::ParseError& error);

}  // namespace starlint
