// Completions of bash: one function that finds the command typed so far.
#include "base/shell_quoted.h"
#include "base/strings.h"
#include "cli/completions.h"

namespace starlint {

namespace {

void write_bash_value(const CommandEntry& command, const OptionEntry& option, std::string& out) {
  if (option.value.empty() || option.positional()) return;
  std::vector<std::string> cases;
  for (const std::string& name : option.names)
    cases.push_back(shell_quoted(cat(command.name, " ", name)));
  out += cat("    ", join(cases, "|"), ") ");
  if (!option.choices.empty()) {
    out += cat("COMPREPLY=($(compgen -W ", shell_quoted(join(option.choices, " ")),
               " -- \"$current\")); ");
  } else if (shape_of(option) != ValueShape::Nothing) {
    out += cat("COMPREPLY=($(compgen -", shape_of(option) == ValueShape::Directory ? "d" : "f",
               " -- \"$current\")); ");
  }
  out += "return ;;\n";
}

void write_bash_command(const CommandEntry& command, std::string& out) {
  std::vector<std::string> options;
  std::string rest;
  for (const OptionEntry& option : command.options) {
    options.insert(options.end(), option.names.begin(), option.names.end());
    if (!option.positional()) continue;
    if (!option.choices.empty()) rest = cat("-W ", shell_quoted(join(option.choices, " ")));
    if (shape_of(option) != ValueShape::Nothing) {
      rest = shape_of(option) == ValueShape::Directory ? "-d" : "-f";
    }
  }
  if (!command.commands.empty()) rest = cat("-W ", shell_quoted(words_below(command)));
  out += cat("    ", shell_quoted(command.name), ") options=", shell_quoted(join(options, " ")),
             " rest=", rest.empty() ? "()" : cat("(", rest, ")"), " ;;\n");
}

}  // namespace

std::string bash_completions(const CommandEntry& program) {
  std::string steps;
  std::string values;
  std::string commands;
  for_each_command(program, [&](const CommandEntry& command) {
    if (!command.name.empty()) {
      const std::size_t cut = command.name.rfind(' ');
      const std::string parent = cut == std::string::npos ? "" : command.name.substr(0, cut);
      steps +=
          cat(steps.empty() ? "" : "|", shell_quoted(cat(parent, " ", last_word(command.name))));
    }
    for (const OptionEntry& option : command.options) write_bash_value(command, option, values);
    write_bash_command(command, commands);
  });
  return cat(
      "# bash completion for starlint; printed by: starlint completions bash\n"
      "_starlint() {\n"
      "  local current=${COMP_WORDS[COMP_CWORD]} command= options= i\n"
      "  local -a rest\n"
      "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
      "    case \"$command ${COMP_WORDS[i]}\" in\n"
      "    ",
      steps,
      ") command=${command:+$command }${COMP_WORDS[i]} ;;\n"
      "    esac\n"
      "  done\n"
      "  COMPREPLY=()\n"
      "  case \"$command ${COMP_WORDS[COMP_CWORD-1]}\" in\n",
      values,
      "  esac\n"
      "  case \"$command\" in\n",
      commands,
      "  esac\n"
      "  if [[ $current == -* ]]; then\n"
      "    COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
      "  elif ((${#rest[@]})); then\n"
      "    COMPREPLY=($(compgen \"${rest[@]}\" -- \"$current\"))\n"
      "  fi\n"
      "}\n"
      "complete -o filenames -F _starlint starlint\n");
}

}  // namespace starlint
