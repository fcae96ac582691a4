// outline and facts: what the program understood, without a verdict.
#include <limits>

#include "cli/commands.h"
#include "cli/session.h"
#include "cli/terminal.h"
#include "report/report.h"

namespace starlint {

namespace {

template <typename Write>
int show(const CliOptions& options, Write write) {
  std::optional<Session> session = open_session(options);
  if (!session) return kFailed;
  const LintRun run = lint(std::move(session->inputs), *session->rules, session->lint);
  std::string text;
  write(run, text);
  return write_output({}, text) && session->problems.empty() ? kClean : kFailed;
}

ReportOptions for_terminal(const CliOptions& options) {
  ReportOptions report;
  report.width = terminal_width();
  report.color = wants_color(options.color, {});
  return report;
}

}  // namespace

int run_outline(const CliOptions& options) {
  if (options.format == "json") return show(options, write_outline_json);
  const ReportOptions report = for_terminal(options);
  return show(options,
              [&](const LintRun& run, std::string& out) { write_outline_text(run, report, out); });
}

int run_facts(const CliOptions& options) {
  if (options.format == "jsonl") return show(options, write_facts_jsonl);
  ReportOptions report = for_terminal(options);
  if (!on_terminal()) report.width = std::numeric_limits<unsigned>::max();  // a fact a line: grep
  return show(options,
              [&](const LintRun& run, std::string& out) { write_facts_text(run, report, out); });
}

}  // namespace starlint
