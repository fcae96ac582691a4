// The commands: each takes what the user asked and gives the exit status.
#pragma once

#include "cli/options.h"

namespace starlint {

/// Exit statuses of every command.
inline constexpr int kClean = 0;
inline constexpr int kFindings = 1;
inline constexpr int kFailed = 2;

int run_check(const CliOptions& options);
int run_fix(const CliOptions& options);
int run_outline(const CliOptions& options);
int run_facts(const CliOptions& options);
int run_drill(const CliOptions& options);
int run_report(const CliOptions& options);
int run_lsp(const CliOptions& options);
int run_merge(const CliOptions& options);
int run_baseline(const CliOptions& options);
int run_init(const CliOptions& options);
int run_config_show(const CliOptions& options);
int run_config_schema(const CliOptions& options);
int run_completions(const CliOptions& options);
int run_man(const CliOptions& options);
int run_explain(const CliOptions& options);
int run_rules_list(const CliOptions& options);
int run_rules_test(const CliOptions& options);
int run_rules_schema(const CliOptions& options);
int run_rules_docs(const CliOptions& options);
int run_rules_new(const CliOptions& options);

}  // namespace starlint
