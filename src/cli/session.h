// What most commands need first: the rules and the notes.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "lint/lint.h"
#include "rule/rule_set.h"

namespace starlint {

/// The default pack and those the user named; errors are printed, nullptr says there were some.
std::unique_ptr<RuleSet> load_rules(const CliOptions& options);

/// The notes of all path arguments; what could not be read is printed and kept in `problems`.
std::vector<Input> read_inputs(const CliOptions& options, std::vector<Error>& problems);

/// Writes to standard output, or to `path` where it is not empty. False (and a message) on failure.
bool write_output(const std::string& path, const std::string& text);

/// The text with everything but its line feeds made visible: it quotes notes and packs.
std::string visible_lines(std::string_view text);

/// "starlint: error: …" on standard error.
void print_error(const Error& error);

}  // namespace starlint
