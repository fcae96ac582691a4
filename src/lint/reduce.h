// From inputs to the findings of a run: the steps that lint() and Workspace share, so that both say
// the same. In this order: add_file, arrange, lint_file, check_speakers, then all findings into
// those of the run, settle.
#pragma once

#include "lint/lint.h"

namespace starlint {

/// The rules of inputs that come without a choice.
std::shared_ptr<const RuleChoice> profile_choice(const RuleSet& rules, bool strict);

/// Adds an input to the run, unread and out of order; `profile` stands in for its choice.
FileResult& add_file(LintRun& run, Input input, const std::shared_ptr<const RuleChoice>& profile);

/// Brings files into the order of their paths and speakers into that of their names, drops speakers
/// without files, and numbers both anew, in what was already read of a file, too.
void arrange(LintRun& run);

/// Puts into `found`, by speaker, what the rules find that look at all files of one: of the
/// speakers that are `wanted`. REQUIRES: their files were read.
void check_speakers(const LintRun& run, const std::vector<bool>& wanted, const LintOptions& options,
                    std::vector<std::vector<Finding>>& found);

/// Waivers, choices of rules, order, secrets. REQUIRES: run.findings holds all of all files and
/// speakers.
void settle(LintRun& run);

}  // namespace starlint
