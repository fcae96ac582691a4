#include "cli/examples.h"

#include <utility>

#include "base/strings.h"
#include "cli/manual_files.h"

namespace starlint {

/// A line "[command]" opens what belongs to a command: lines, each followed by an indented one that
/// explains it.
static std::vector<std::pair<std::string, std::string>> explained_lines(std::string_view text,
                                                                        std::string_view command) {
  std::vector<std::pair<std::string, std::string>> out;
  bool inside = false;
  for (const std::string_view line : split(text, '\n')) {
    if (trim(line).empty()) continue;
    if (line.front() == '[') {
      inside = line.substr(1, line.size() - 2) == command;
    } else if (inside && line.front() == ' ') {
      out.back().second = trim(line);
    } else if (inside) {
      out.emplace_back(line, "");
    }
  }
  return out;
}

std::vector<ExampleEntry> examples_of(std::string_view command) {
  std::vector<ExampleEntry> out;
  for (auto& [example, purpose] : explained_lines(kExamples, command)) {
    out.push_back({std::move(example), std::move(purpose)});
  }
  return out;
}

std::vector<StatusEntry> statuses_of(std::string_view command) {
  std::vector<StatusEntry> out;
  for (auto& [status, meaning] : explained_lines(kStatuses, command)) {
    out.push_back({std::move(status), std::move(meaning)});
  }
  return out;
}

}  // namespace starlint
