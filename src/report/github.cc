// Workflow commands for GitHub Actions: annotations on the changed files.
#include <algorithm>
#include <array>

#include "base/strings.h"
#include "report/place.h"
#include "text/display.h"

namespace starlint {

namespace {

/// GitHub shows ten annotations of each level a step and drops the rest in silence.
constexpr std::size_t kLimit = 10;

/// Line ends and "%" would end or change a command; in a property ":" and "," would too. The log
/// shows commands to people: other controls are spelled out.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const std::string_view line : split(text, '\n')) {
    if (line.data() != text.data()) out += "%0A";
    for (const char c : visible(line)) {
      if (c == '%') {
        out += "%25";
      } else if (property && c == ':') {
        out += "%3A";
      } else if (property && c == ',') {
        out += "%2C";
      } else {
        out += c;
      }
    }
  }
  return out;
}

std::string command_of(const LintRun& run, const Finding& finding, const ReportOptions& options) {
  const FileResult& file = run.file(finding.where.file);
  const RuleInfo& rule = run.rules->info(finding.rule);
  const Region region = region_of(file.text, shown_span(file.text, finding.where.span));
  const std::string_view level = finding.level == Level::Note ? "notice" : name_of(finding.level);
  std::string out =
      cat("::", level, " file=", escaped(path_below_root(file.source.path, options), true),
          ",line=", region.start_line, ",endLine=", region.end_line);
  if (region.start_line == region.end_line) {
    out += cat(",col=", region.start_column, ",endColumn=", region.end_column);
  }
  return out + cat(",title=", escaped(cat(rule.id, " ", rule.name), true),
                   "::", escaped(finding.message, false), "\n");
}

}  // namespace

void write_github(const LintRun& run, const ReportOptions& options, ByteSink& out) {
  std::array<std::size_t, 3> shown{};
  std::size_t left_out = 0;
  for (const Level level : {Level::Error, Level::Warning, Level::Note}) {
    for (const Finding& finding : run.findings) {
      if (finding.suppression || finding.level != level) continue;
      // One notice is kept for the word about the rest.
      const std::size_t limit = level == Level::Note ? kLimit - 1 : kLimit;
      if (shown[static_cast<std::size_t>(level)]++ < limit) {
        out.append(command_of(run, finding, options));
      } else {
        ++left_out;
      }
    }
  }
  if (left_out > 0) {
    out.append(cat("::notice title=starlint::", std::uint64_t{left_out},
                   " more in the summary of the job\n"));
  }
}

}  // namespace starlint
