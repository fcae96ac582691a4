// A line a finding, and a line for each other place, as editors and grep read them.
#include "base/strings.h"
#include "report/place.h"
#include "report/report.h"
#include "text/display.h"

namespace starlint {

/// Bytes of the notes in place of a message.
constexpr std::size_t kQuote = 60;

static std::string line_of(const LintRun& run, Location where, std::string_view level,
                           std::string_view rule, std::string_view message) {
  const FileResult& file = run.file(where.file);
  const Position at = file.text.position(where.span.begin);
  return cat(visible(file.source.path), ":", at.line, ":", at.column, ": ", level, "[", rule,
             "]: ", visible(message), "\n");
}

void write_concise(const LintRun& run, const ReportOptions&, ByteSink& out) {
  for (const Finding& finding : run.findings) {
    if (finding.suppression) continue;
    const std::string_view rule = run.rules->info(finding.rule).id;
    out.append(line_of(run, finding.where, name_of(finding.level), rule, finding.message));
    for (const Related& related : finding.related) {
      const std::string quote = quote_of(run.file(related.where.file), related.where.span, kQuote);
      out.append(line_of(run, related.where, "note", rule,
                         related.message.empty() ? quote : related.message));
    }
  }
}

}  // namespace starlint
