// A page for a job's summary or a comment: the counts, then a table of the findings, worst first.
#include "report/markdown.h"

#include <algorithm>

#include "base/strings.h"
#include "report/place.h"
#include "report/text/summary.h"
#include "text/display.h"

namespace starlint {

std::string as_markdown(std::string_view text) {
  std::string out;
  for (const char c : visible(text)) {
    if (c == '\\' || std::string_view("|*_`[]<>#&~").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string table_cell(std::string_view text) {
  std::string out;
  for (const char c : trim(text)) {
    if (c == '|' || c == '<') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

namespace {

constexpr std::size_t kRows = 200;  // GitHub cuts a summary at 1 MiB

std::string row_of(const LintRun& run, const Finding& finding, const ReportOptions& options) {
  const FileResult& file = run.file(finding.where.file);
  const RuleInfo& rule = run.rules->info(finding.rule);
  const Region region = region_of(file.text, shown_span(file.text, finding.where.span));
  return cat("| ", name_of(finding.level), " | ", rule.id, " | ",
             as_markdown(path_below_root(file.source.path, options)), ":", region.start_line, " | ",
             as_markdown(finding.message), " |\n");
}

}  // namespace

void write_markdown(const LintRun& run, const ReportOptions& options, ByteSink& out) {
  out.append(cat("## starlint\n\n", totals_of(run), "\n\n"));
  std::size_t rows = 0;
  std::size_t left_out = 0;
  for (const Level level : {Level::Error, Level::Warning, Level::Note}) {
    for (const Finding& finding : run.findings) {
      if (finding.suppression || finding.level != level) continue;
      if (rows == 0) out.append("| Level | Rule | Place | Finding |\n|---|---|---|---|\n");
      rows < kRows ? out.append(row_of(run, finding, options)) : void(++left_out);
      ++rows;
    }
  }
  if (left_out > 0) out.append(cat("\n", std::uint64_t{left_out}, " more are not shown.\n"));
}

}  // namespace starlint
