#include "cli/session.h"

#include <cstdio>

#include "base/strings.h"
#include "cli/output.h"
#include "source/walk.h"
#include "text/decode.h"
#include "text/display.h"

namespace starlint {

std::string visible_lines(std::string_view text) {
  std::vector<std::string> lines;
  for (const std::string_view line : split(text, '\n')) lines.push_back(visible(line));
  return join(lines, "\n");
}

void print_error(const Error& error) {
  std::fputs(cat("starlint: error: ", visible_lines(error.describe()), "\n").c_str(), stderr);
}

std::unique_ptr<RuleSet> load_rules(const CliOptions& options) {
  std::vector<PackFiles> packs{default_pack()};
  std::vector<Error> errors;
  for (const std::string& path : options.packs) {
    Result<PackFiles> pack = read_pack(path);
    if (!pack) {
      errors.push_back(pack.error());
    } else {
      packs.push_back(*std::move(pack));
    }
  }
  std::unique_ptr<RuleSet> rules;
  if (errors.empty()) rules = RuleSet::load(packs, errors);
  for (const Error& error : errors) print_error(error);
  return rules;
}

std::vector<Input> read_inputs(const CliOptions& options, std::vector<Error>& problems) {
  std::vector<Input> inputs;
  std::vector<std::string> arguments;
  for (const std::string& path : options.paths) {
    if (path == "-") {
      inputs.push_back({{0, options.stdin_filename, read_standard_input()}, path});
    } else {
      arguments.push_back(path);
    }
  }
  Walk walk = find_notes(arguments, {options.gitignore});
  problems = std::move(walk.problems);
  for (const NotePath& note : walk.files) {
    Result<std::string> bytes = read_file(note.path);
    if (!bytes) {
      problems.push_back(bytes.error());
    } else if (is_binary(*bytes)) {
      std::fputs(cat("starlint: ", visible(note.path), ": is no text and was skipped\n").c_str(),
                 stderr);
    } else {
      inputs.push_back({{0, note.path, *std::move(bytes)}, arguments[note.argument]});
    }
  }
  for (const Error& problem : problems) print_error(problem);
  if (inputs.empty() && walk.files.empty() && problems.empty()) {
    std::fputs("starlint: no notes found (.md .markdown .txt .text .org)\n", stderr);
  }
  return inputs;
}

bool write_output(const std::string& path, const std::string& text) {
  FileSink out(path);
  out.append(text);
  return out.close();
}

}  // namespace starlint
