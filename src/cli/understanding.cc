// outline and facts: what the program understood, without a verdict.
#include "cli/commands.h"
#include "cli/session.h"
#include "report/report.h"

namespace starlint {

namespace {

int show(const CliOptions& options, void (*write)(const LintRun&, std::string&)) {
  std::optional<Session> session = open_session(options);
  if (!session) return kFailed;
  const LintRun run = lint(std::move(session->inputs), *session->rules, session->lint);
  std::string text;
  write(run, text);
  return write_output({}, text) && session->problems.empty() ? kClean : kFailed;
}

}  // namespace

int run_outline(const CliOptions& options) { return show(options, write_outline_json); }
int run_facts(const CliOptions& options) { return show(options, write_facts_jsonl); }

}  // namespace starlint
