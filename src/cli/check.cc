#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "base/strings.h"
#include "cli/accept.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/session.h"
#include "cli/since.h"
#include "cli/terminal.h"
#include "cli/watch.h"
#include "lint/profile.h"
#include "report/report.h"
#include "source/repository.h"
#include "source/walk.h"

namespace starlint {

namespace {

bool fails(const LintRun& run, std::string_view fail_on) {
  const std::optional<Level> limit = level_of(fail_on);
  return limit &&
         std::any_of(run.findings.begin(), run.findings.end(), [&](const Finding& finding) {
           return !finding.suppression && finding.level >= *limit;
         });
}

ReportOptions report_options(const CliOptions& options) {
  ReportOptions report;
  report.quiet = options.quiet;
  report.width = terminal_width();
  report.sarif_profile = options.sarif_profile;
  std::error_code unknown;  // of a directory that was removed: paths stay as they are
  report.directory = std::filesystem::current_path(unknown).generic_string();
  const Repository repository = find_repository(report.directory);
  report.root = repository.root.empty() ? report.directory : repository.root;
  report.repository_uri = repository.uri;
  return report;
}

bool write_report(const LintRun& run, const CliOptions& options, ReportOptions report,
                  std::string_view format, const std::string& path) {
  report.color = wants_color(options.color, path);
  report.links = report.color && path.empty() && on_terminal();
  FileSink out(path);
  find_format(format)->write(run, report, out);
  return out.close();
}

/// GitHub shows what a step appends to this file on the page of the run.
bool write_job_summary(const LintRun& run, const ReportOptions& report) {
  const char* path = std::getenv("GITHUB_STEP_SUMMARY");
  if (path == nullptr || *path == '\0') return true;
  FileSink out(path, FileSink::Mode::Append);
  find_format("markdown")->write(run, report, out);
  return out.close();
}

/// The formats and files of the reports that were asked for.
std::vector<std::pair<std::string, std::string>> outputs_of(const CliOptions& options) {
  std::vector<std::pair<std::string, std::string>> outputs{{options.format, options.output_file}};
  outputs.insert(outputs.end(), options.outputs.begin(), options.outputs.end());
  return outputs;
}

Depth shown_by(const CliOptions& options) {
  Depth shown = Depth::Findings;
  for (const auto& [format, path] : outputs_of(options)) {
    shown = std::max(shown, find_format(format)->shows);
  }
  return shown;
}

/// Writes every report that was asked for; false where one could not be written.
bool write_reports(const LintRun& run, const CliOptions& options, const ReportOptions& report) {
  bool written = true;
  for (const auto& [format, path] : outputs_of(options)) {
    written = write_report(run, options, report, format, path) && written;
    if (format == "github") written = write_job_summary(run, report) && written;
  }
  return written;
}

/// What a check holds until it is told.
struct Check {
  std::optional<Session> session;
  LintRun run;
};

int check(const CliOptions& options, Check& held) {
  std::optional<Session>& session = held.session;
  session = open_session(options);
  if (!session) return kFailed;
  ReportOptions report = report_options(options);
  report.problems = session->problems;
  Profile profile(*session->rules);
  if (options.profile_rules) session->lint.profile = &profile;
  session->lint.depth = shown_by(options);
  LintRun& run = held.run;
  run = lint(std::move(session->inputs), *session->rules, session->lint);
  if (options.profile_rules) print_note(cat("time by rule, of all threads:\n", profile.table()));
  if (!accept_known(*session, options, run)) return kFailed;
  if (!options.since.empty()) {
    if (const Status status = keep_changed(options.since, run); !status) {
      print_error(status.error());
      return kFailed;
    }
  }
  report.exit_status = !report.problems.empty()      ? kFailed
                       : fails(run, options.fail_on) ? kFindings
                                                     : kClean;
  return write_reports(run, options, report) ? report.exit_status : kFailed;
}

int check_again(const CliOptions& options) {
  Check held;
  return check(options, held);
}

}  // namespace

int run_check(const CliOptions& options) {
  if (options.watch) return watch(options, check_again);
  // Never destroyed: the system takes the memory of the program back faster than it piece by piece.
  static auto* const held = new Check;
  return check(options, *held);
}

}  // namespace starlint
