// drill: what an interviewer would ask, to read, to learn or to answer aloud.
#include <unistd.h>

#include <algorithm>

#include "cli/commands.h"
#include "cli/rehearse.h"
#include "cli/session.h"
#include "cli/terminal.h"
#include "report/drill/drill.h"

namespace starlint {

namespace {

int run_timed(const LintRun& run, const CliOptions& options, const ReportOptions& report) {
  std::vector<DrillCard> cards = drill_of(run);
  std::erase_if(cards, [](const DrillCard& card) { return card.story == kNone; });
  if (cards.empty()) print_note("there is no story to rehearse");
  rehearse(run, cards, options.seconds > 0 ? options.seconds : run.rules->questions().seconds,
           report);
  return kClean;
}

}  // namespace

int run_drill(const CliOptions& options) {
  if (options.timed && (isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0)) {
    print_error(
        {"--timed needs a terminal to talk to", {}, 0, 0, "without it the questions are printed"});
    return kFailed;
  }
  CliOptions demanding = options;  // interviewers ask more than a linter may complain of
  if (demanding.settings.profile.empty()) demanding.settings.profile = "strict";
  std::optional<Session> session = open_session(demanding);
  if (!session) return kFailed;
  const LintRun run = lint(std::move(session->inputs), *session->rules, session->lint);
  ReportOptions report;
  report.width = terminal_width();
  report.color = wants_color(options.color, options.output_file);
  const int status = session->problems.empty() ? kClean : kFailed;
  if (options.timed) return std::max(status, run_timed(run, options, report));
  std::string text;
  drill_format(options.format).write(run, report, text);
  return write_output(options.output_file, text) ? status : kFailed;
}

}  // namespace starlint
