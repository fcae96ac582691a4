// What most commands need first: the configuration, the rules and the notes.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "cli/options.h"
#include "cli/output.h"
#include "config/settings.h"
#include "lint/lint.h"
#include "rule/rule_set.h"

namespace starlint {

/// What holds for some notes (absolute paths); errors are printed, nullptr says there were some.
std::unique_ptr<Settings> open_settings(const CliOptions& options,
                                        const std::vector<std::string>& notes);

/// The default pack and those that the user and the configuration of the working directory name;
/// errors are printed, nullptr says there were some.
std::unique_ptr<RuleSet> load_rules(const CliOptions& options);

/// Everything for a run over notes.
struct Session {
  std::unique_ptr<RuleSet> rules;
  std::vector<Input> inputs;
  std::vector<Error> problems;                  // paths that could not be read; already printed
  std::vector<Setting<std::string>> baselines;  // that the configuration names
  LintOptions lint;
};

/// Finds the notes of all path arguments and the configuration of each, loads the rules and reads
/// the notes. Errors are printed; with one in the rules or the configuration there is no session.
std::optional<Session> open_session(const CliOptions& options);

}  // namespace starlint
