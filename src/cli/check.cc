#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/session.h"
#include "report/report.h"
#include "source/repository.h"

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

ReportOptions report_options(const CliOptions& options) {
  ReportOptions report;
  report.color = wants_color(options);
  report.quiet = options.quiet;
  report.sarif_profile = options.sarif_profile;
  std::error_code unknown;  // of a directory that was removed: paths stay as they are
  report.directory = std::filesystem::current_path(unknown).generic_string();
  const Repository repository = find_repository(report.directory);
  report.root = repository.root.empty() ? report.directory : repository.root;
  report.repository_uri = repository.uri;
  return report;
}

/// Writes every report that was asked for; false where one could not be written.
bool write_reports(const LintRun& run, const CliOptions& options, const ReportOptions& report) {
  std::vector<std::pair<std::string, std::string>> outputs{{options.format, options.output_file}};
  outputs.insert(outputs.end(), options.outputs.begin(), options.outputs.end());
  bool written = true;
  for (const auto& [format, path] : outputs) {
    FileSink out(path);
    find_format(format)->write(run, report, out);
    written = out.close() && written;
  }
  return written;
}

}  // namespace

int run_check(const CliOptions& options) {
  std::optional<Session> session = open_session(options);
  if (!session) return kFailed;
  ReportOptions report = report_options(options);
  report.problems = session->problems;
  const LintRun run = lint(std::move(session->inputs), *session->rules, session->lint);
  report.exit_status = !report.problems.empty()      ? kFailed
                       : fails(run, options.fail_on) ? kFindings
                                                     : kClean;
  return write_reports(run, options, report) ? report.exit_status : kFailed;
}

}  // namespace starlint
