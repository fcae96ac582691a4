#include "cli/examples.h"

#include "base/strings.h"
#include "cli/manual_files.h"

namespace starlint {

/// A line "[command]" opens the examples of a command; an example is a line, and an indented one
/// with what it is for.
std::vector<ExampleEntry> examples_of(std::string_view command) {
  std::vector<ExampleEntry> out;
  bool inside = false;
  for (const std::string_view line : split(kExamples, '\n')) {
    if (trim(line).empty()) continue;
    if (line.front() == '[') {
      inside = line.substr(1, line.size() - 2) == command;
    } else if (inside && line.front() == ' ') {
      out.back().purpose = trim(line);
    } else if (inside) {
      out.push_back({std::string(line), {}});
    }
  }
  return out;
}

}  // namespace starlint
