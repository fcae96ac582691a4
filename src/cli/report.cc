// report: the notes as one page to look at.
#include "report/report.h"

#include <unistd.h>

#include "cli/accept.h"
#include "cli/commands.h"
#include "cli/session.h"

namespace starlint {

int run_report(const CliOptions& options) {
  if (options.output_file.empty() && isatty(STDOUT_FILENO) != 0) {
    print_error({"a page is nothing to read on a terminal", {}, 0, 0, "say where: -o notes.html"});
    return kFailed;
  }
  std::optional<Session> session = open_session(options);
  if (!session) return kFailed;
  ReportOptions report;
  report.problems = session->problems;
  LintRun run = lint(std::move(session->inputs), *session->rules, session->lint);
  if (!accept_known(*session, options, run)) return kFailed;
  FileSink out(options.output_file);
  write_html(run, report, out);
  return out.close() && report.problems.empty() ? kClean : kFailed;
}

}  // namespace starlint
