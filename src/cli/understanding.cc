// outline and facts: what the program understood, without a verdict.
#include "cli/commands.h"
#include "cli/session.h"
#include "report/report.h"

namespace starlint {

namespace {

int show(const CliOptions& options, void (*write)(const LintRun&, std::string&)) {
  const std::unique_ptr<RuleSet> rules = load_rules(options);
  if (rules == nullptr) return kFailed;
  std::vector<Error> problems;
  LintOptions lint_options;
  lint_options.threads = options.threads;
  const LintRun run = lint(read_inputs(options, problems), *rules, lint_options);
  std::string text;
  write(run, text);
  return write_output({}, text) && problems.empty() ? kClean : kFailed;
}

}  // namespace

int run_outline(const CliOptions& options) { return show(options, write_outline_json); }
int run_facts(const CliOptions& options) { return show(options, write_facts_jsonl); }

}  // namespace starlint
