#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "cli/commands.h"
#include "cli/session.h"
#include "report/report.h"

namespace starlint {

namespace {

bool wants_color(const CliOptions& options) {
  if (options.color != ColorChoice::Auto) return options.color == ColorChoice::Always;
  const auto set = [](const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0';
  };
  if (set("NO_COLOR")) return false;
  if (set("CLICOLOR_FORCE")) return true;
  const char* terminal = std::getenv("TERM");
  return options.output_file.empty() && isatty(STDOUT_FILENO) != 0 &&
         (terminal == nullptr || std::string_view(terminal) != "dumb");
}

bool fails(const LintRun& run, std::string_view fail_on) {
  const std::optional<Level> limit = level_of(fail_on);
  return limit &&
         std::any_of(run.findings.begin(), run.findings.end(), [&](const Finding& finding) {
           return !finding.suppression && finding.level >= *limit;
         });
}

}  // namespace

int run_check(const CliOptions& options) {
  const std::unique_ptr<RuleSet> rules = load_rules(options);
  if (rules == nullptr) return kFailed;
  ReportOptions report;
  report.color = wants_color(options);
  report.quiet = options.quiet;
  LintOptions lint_options;
  lint_options.threads = options.threads;
  lint_options.strict = options.profile == "strict";
  const LintRun run = lint(read_inputs(options, report.problems), *rules, lint_options);
  std::string text;
  find_format(options.format)->write(run, report, text);
  if (!write_output(options.output_file, text) || !report.problems.empty()) return kFailed;
  return fails(run, options.fail_on) ? kFindings : kClean;
}

}  // namespace starlint
