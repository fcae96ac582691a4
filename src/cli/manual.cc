#include "cli/manual.h"

#include <algorithm>

#include "base/strings.h"

namespace starlint {

std::string synopsis_of(const CommandEntry& command) {
  std::string out = cat("starlint", command.name.empty() ? "" : " ", command.name);
  const bool has_options =
      std::any_of(command.options.begin(), command.options.end(),
                  [](const OptionEntry& option) { return !option.positional(); });
  if (!command.commands.empty()) return out + " COMMAND";
  if (has_options) out += " [OPTION]...";
  for (const OptionEntry& option : command.options) {
    if (!option.positional()) continue;
    const std::string name = cat(option.value, option.several ? "..." : "");
    out += option.required ? cat(" ", name) : cat(" [", name, "]");
  }
  return out;
}

std::string usage_of(const OptionEntry& option) {
  if (option.positional()) return option.value;
  const std::string value = option.value.empty() ? "" : cat(" ", option.value);
  return cat(join(option.names, ", "), value);
}

std::string explained(const OptionEntry& option) {
  if (option.choices.empty()) return option.help;
  return cat(option.help, "; one of ", join(option.choices, ", "));
}

}  // namespace starlint
