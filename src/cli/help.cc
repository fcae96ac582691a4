// --help: what a command is for, its options under headings, and examples.
#include <algorithm>
#include <utility>

#include "base/strings.h"
#include "cli/manual.h"
#include "report/text/style.h"

namespace starlint {

namespace {

constexpr std::size_t kWidest = 90;  // longer lines are hard to read
constexpr std::size_t kColumn = 30;  // where explanations begin

class HelpPage {
 public:
  explicit HelpPage(std::size_t width) : width_(std::min(width, kWidest)) {}

  std::string of(const CommandEntry& command) {
    line(cat("starlint", command.name.empty() ? " " : cat(" ", command.name, ": "), command.summary,
             "\n\nUsage: ", synopsis_of(command)));
    options(command);
    commands(command);
    statuses(command);
    examples(command);
    if (!command.commands.empty()) {
      line(cat("\nMore on a command: starlint ", command.name, command.name.empty() ? "" : " ",
               "COMMAND --help"));
    }
    return std::move(out_);
  }

 private:
  void line(std::string_view text) { out_ += cat(text, "\n"); }

  /// Its words are broken into lines that begin at the column of explanations.
  void row(std::string_view name, std::string_view text) {
    std::string first = cat("  ", name);
    if (first.size() + 2 > kColumn) {
      line(first);
      first.clear();
    }
    first.resize(kColumn, ' ');
    line(cat(first, wrapped(text, width_, kColumn, kColumn)));
  }

  void options(const CommandEntry& command) {
    std::vector<std::string> groups;
    bool by_place = false;
    for (const OptionEntry& option : command.options) {
      if (option.positional()) {
        if (!std::exchange(by_place, true)) line({});
        row(usage_of(option), explained(option));
      } else if (std::find(groups.begin(), groups.end(), option.group) == groups.end()) {
        groups.push_back(option.group);
      }
    }
    for (const std::string& group : groups) {
      line(cat("\n", group, ":"));
      for (const OptionEntry& option : command.options) {
        if (option.positional() || option.group != group) continue;
        row(usage_of(option), explained(option));
      }
    }
  }

  void commands(const CommandEntry& command) {
    if (command.commands.empty()) return;
    line("\nCommands:");
    for (const CommandEntry& one : command.commands) {
      row(one.name.substr(one.name.rfind(' ') + 1), one.summary);
    }
  }

  void statuses(const CommandEntry& command) {
    if (command.statuses.empty()) return;
    line("\nExit status:");
    for (const StatusEntry& one : command.statuses) row(one.status, one.meaning);
  }

  void examples(const CommandEntry& command) {
    if (command.examples.empty()) return;
    line("\nExamples:");
    for (const ExampleEntry& example : command.examples) {
      line(cat("  ", example.command, "\n      ", example.purpose));
    }
  }

  std::size_t width_;
  std::string out_;
};

}  // namespace

std::string help_page(const CommandEntry& command, std::size_t width) {
  return HelpPage(width).of(command);
}

}  // namespace starlint
