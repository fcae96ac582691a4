// Completions of fish: a line for each option of each command.
#include "base/strings.h"
#include "cli/completions.h"

namespace starlint {

namespace {

std::string fish_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out += '\'';
}

/// Where a command has been typed, and none of those below it.
std::string fish_condition(const CommandEntry& command) {
  if (command.name.empty()) return "__fish_use_subcommand";
  std::vector<std::string> tests;
  for (const std::string_view word : split(command.name, ' ')) {
    tests.push_back(cat("__fish_seen_subcommand_from ", word));
  }
  if (!command.commands.empty()) {
    tests.push_back(cat("not __fish_seen_subcommand_from ", words_below(command)));
  }
  return join(tests, "; and ");
}

void write_fish_option(const std::string& head, const OptionEntry& option, std::string& out) {
  out += head;
  for (const std::string& name : option.names) {
    out += name.starts_with("--") ? cat(" -l ", name.substr(2)) : cat(" -s ", name.substr(1));
  }
  if (!option.choices.empty()) {
    out += cat(" -x -a ", fish_quoted(join(option.choices, " ")));
  } else if (shape_of(option) != ValueShape::Nothing) {
    out += " -r -F";
  } else if (!option.value.empty()) {
    out += " -x";
  }
  out += cat(" -d ", fish_quoted(option.help), "\n");
}

void write_fish_command(const CommandEntry& command, std::string& out) {
  const std::string head = cat("complete -c starlint -n ", fish_quoted(fish_condition(command)));
  for (const CommandEntry& one : command.commands) {
    out += cat(head, " -f -a ", last_word(one.name), " -d ", fish_quoted(one.summary), "\n");
  }
  for (const OptionEntry& option : command.options) {
    if (!option.positional()) {
      write_fish_option(head, option, out);
    } else if (!option.choices.empty()) {
      out += cat(head, " -f -a ", fish_quoted(join(option.choices, " ")), "\n");
    }
  }
}

}  // namespace

std::string fish_completions(const CommandEntry& program) {
  std::string out = "# fish completion for starlint; printed by: starlint completions fish\n";
  for_each_command(program, [&](const CommandEntry& command) { write_fish_command(command, out); });
  return out;
}

}  // namespace starlint
