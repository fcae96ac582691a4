#include "cli/completions.h"

#include "base/strings.h"
#include "cli/commands.h"
#include "cli/output.h"

namespace starlint {

ValueShape shape_of(const OptionEntry& option) {
  if (option.value == "DIRECTORY") return ValueShape::Directory;
  const bool file =
      option.value == "FILE" || option.value == "PATH" || option.value == "FORMAT:FILE";
  return file ? ValueShape::File : ValueShape::Nothing;
}

std::string last_word(const std::string& name) { return name.substr(name.rfind(' ') + 1); }

std::string words_below(const CommandEntry& command) {
  std::vector<std::string> words;
  for (const CommandEntry& one : command.commands) words.push_back(last_word(one.name));
  return join(words, " ");
}

const std::vector<Shell>& shells() {
  static const std::vector<Shell> all = {
      {"bash", bash_completions}, {"fish", fish_completions}, {"zsh", zsh_completions}};
  return all;
}

int run_completions(const CliOptions& options) {
  for (const Shell& shell : shells()) {
    if (shell.name != options.shell) continue;
    return write_output({}, shell.completions(read_manual())) ? kClean : kFailed;
  }
  return kFailed;  // the parser takes no other
}

}  // namespace starlint
