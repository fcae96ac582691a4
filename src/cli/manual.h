// The commands and options as plain values, read off their definitions, for what explains them:
// help, the man page and the completions of shells.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace starlint {

struct OptionEntry {
  std::vector<std::string> names;    // "-o", "--output-file"; none for an argument by place
  std::string value;                 // "FILE", "PATH"; "" for a flag
  std::vector<std::string> choices;  // the words it takes, where these are known
  std::string help;
  std::string group;  // heading it stands under
  bool several = false;
  bool required = false;

  bool positional() const { return names.empty(); }
};

struct ExampleEntry {
  std::string command;
  std::string purpose;
};

struct StatusEntry {
  std::string status;   // "1"
  std::string meaning;  // as a summary
};

struct CommandEntry {
  std::string name;     // "rules list"; "" for the program
  std::string summary;  // a sentence without its full stop, a small letter first
  std::vector<OptionEntry> options;
  std::vector<StatusEntry> statuses;
  std::vector<ExampleEntry> examples;
  std::vector<CommandEntry> commands;
};

/// The whole program. It has no place for a new command to be forgotten.
CommandEntry read_manual();

/// "starlint check [OPTION]... [PATH]...".
std::string synopsis_of(const CommandEntry& command);
/// "-o FILE, --output-file FILE".
std::string usage_of(const OptionEntry& option);
/// Its help, with the words it takes.
std::string explained(const OptionEntry& option);

/// In lines of `width` cells, and of no more than are easy to read.
std::string help_page(const CommandEntry& command, std::size_t width);
std::string man_page(const CommandEntry& program);

/// A shell and what makes its completions.
struct Shell {
  std::string_view name;
  std::string (*completions)(const CommandEntry& program);
};
const std::vector<Shell>& shells();
std::string bash_completions(const CommandEntry& program);
std::string fish_completions(const CommandEntry& program);
std::string zsh_completions(const CommandEntry& program);

}  // namespace starlint
