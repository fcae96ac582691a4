// --help: what a command is for, its options under headings, and examples.
#include <algorithm>

#include "base/strings.h"
#include "cli/manual.h"

namespace starlint {

namespace {

constexpr std::size_t kWidth = 90;
constexpr std::size_t kColumn = 30;  // where explanations begin

/// Words broken into lines that begin at the column of explanations.
std::string explanation(std::string_view text) {
  std::string out;
  std::size_t used = kColumn;
  for (const std::string_view word : split(text, ' ')) {
    if (used > kColumn && used + 1 + word.size() > kWidth) {
      out += cat("\n", std::string(kColumn, ' '));
      used = kColumn;
    } else if (used > kColumn) {
      out += ' ';
      ++used;
    }
    out += word;
    used += word.size();
  }
  return out;
}

void write_row(std::string_view name, std::string_view text, std::string& out) {
  std::string row = cat("  ", name);
  if (row.size() + 2 > kColumn) {
    out += row + "\n";
    row.clear();
  }
  row.resize(kColumn, ' ');
  out += cat(row, explanation(text), "\n");
}

void write_options(const CommandEntry& command, std::string& out) {
  std::vector<std::string> groups;
  if (std::any_of(command.options.begin(), command.options.end(),
                  [](const OptionEntry& option) { return option.positional(); })) {
    out += '\n';
  }
  for (const OptionEntry& option : command.options) {
    const bool known = std::find(groups.begin(), groups.end(), option.group) != groups.end();
    if (option.positional()) {
      write_row(usage_of(option), explained(option), out);
    } else if (!known) {
      groups.push_back(option.group);
    }
  }
  for (const std::string& group : groups) {
    out += cat("\n", group, ":\n");
    for (const OptionEntry& option : command.options) {
      if (option.positional() || option.group != group) continue;
      write_row(usage_of(option), explained(option), out);
    }
  }
}

void write_commands(const CommandEntry& command, std::string& out) {
  if (command.commands.empty()) return;
  out += "\nCommands:\n";
  for (const CommandEntry& one : command.commands) {
    write_row(one.name.substr(one.name.rfind(' ') + 1), one.summary, out);
  }
}

void write_examples(const CommandEntry& command, std::string& out) {
  if (command.examples.empty()) return;
  out += "\nExamples:\n";
  for (const ExampleEntry& example : command.examples) {
    out += cat("  ", example.command, "\n      ", example.purpose, "\n");
  }
}

}  // namespace

std::string help_page(const CommandEntry& command) {
  std::string out = cat("starlint", command.name.empty() ? " " : cat(" ", command.name, ": "),
                        command.summary, "\n\nUsage: ", synopsis_of(command), "\n");
  write_options(command, out);
  write_commands(command, out);
  write_examples(command, out);
  if (!command.commands.empty()) {
    out += cat("\nMore on a command: starlint ", command.name, command.name.empty() ? "" : " ",
               "COMMAND --help\n");
  }
  return out;
}

}  // namespace starlint
