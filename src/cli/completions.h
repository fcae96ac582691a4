// What the completions of all shells share.
#pragma once

#include <string>
#include <string_view>

#include "cli/manual.h"

namespace starlint {

/// What a value is on disk, by what the manual calls it.
enum class ValueShape : std::uint8_t { Nothing, File, Directory };
ValueShape shape_of(const OptionEntry& option);

/// "list" of "rules list".
std::string last_word(const std::string& name);
/// The names of the commands below one, with blanks between.
std::string words_below(const CommandEntry& command);

/// Visits a command and all below it.
template <typename Visit>
void for_each_command(const CommandEntry& command, Visit visit) {
  visit(command);
  for (const CommandEntry& one : command.commands) for_each_command(one, visit);
}

}  // namespace starlint
