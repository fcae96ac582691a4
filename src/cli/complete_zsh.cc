// Completions of zsh: a function for each command.
#include <algorithm>

#include "base/shell_quoted.h"
#include "base/strings.h"
#include "cli/completions.h"

namespace starlint {

namespace {

std::string zsh_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("[]:\\").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_function(const std::string& name) {
  std::string out = name.empty() ? "_starlint" : cat("_starlint_", name);
  std::replace(out.begin(), out.end(), ' ', '_');
  return out;
}

std::string zsh_action(const OptionEntry& option) {
  if (!option.choices.empty()) return cat("(", join(option.choices, " "), ")");
  switch (shape_of(option)) {
    case ValueShape::File:
      return "_files";
    case ValueShape::Directory:
      return "_files -/";
    case ValueShape::Nothing:
      break;
  }
  return " ";
}

std::string zsh_specification(const OptionEntry& option) {
  const std::string value = cat(":", zsh_escaped(option.value), ":", zsh_action(option));
  if (option.positional()) return shell_quoted(cat(option.several ? "*" : "", value));
  const std::string help = cat("[", zsh_escaped(option.help), "]");
  const std::string rest = option.value.empty() ? help : cat(help, value);
  if (option.names.size() == 1)
    return shell_quoted(cat(option.several ? "*" : "", option.names[0], rest));
  return cat(shell_quoted(cat("(", join(option.names, " "), ")")), "{", join(option.names, ","),
             "}", shell_quoted(rest));
}

void write_zsh_command(const CommandEntry& command, std::string& out) {
  out += cat(zsh_function(command.name), "() {\n");
  if (!command.commands.empty()) out += "  local state line\n  local -a commands\n";
  out += cat("  _arguments -s", command.commands.empty() ? "" : " -C");
  for (const OptionEntry& option : command.options) {
    out += cat(" \\\n    ", zsh_specification(option));
  }
  if (command.commands.empty()) {
    out += "\n}\n";
    return;
  }
  out += " \\\n    '1: :->command' '*:: :->rest'\n  case $state in\n  command)\n    commands=(";
  for (const CommandEntry& one : command.commands) {
    out += cat("\n      ", shell_quoted(cat(last_word(one.name), ":", one.summary)));
  }
  out += ")\n    _describe command commands ;;\n  rest)\n    case $words[1] in\n";
  for (const CommandEntry& one : command.commands) {
    out += cat("    ", last_word(one.name), ") ", zsh_function(one.name), " ;;\n");
  }
  out += "    esac ;;\n  esac\n}\n";
}

}  // namespace

std::string zsh_completions(const CommandEntry& program) {
  std::string out =
      "#compdef starlint\n# zsh completion for starlint; printed by: starlint completions zsh\n";
  for_each_command(program, [&](const CommandEntry& command) { write_zsh_command(command, out); });
  return out +=
         "if [ \"$funcstack[1]\" = _starlint ]; then _starlint \"$@\"; else compdef _starlint "
         "starlint; fi\n";
}

}  // namespace starlint
