// Checkstyle's XML, which many CI servers read.
#include "base/strings.h"
#include "report/place.h"
#include "report/xml.h"

namespace starlint {

static std::string error_of(const LintRun& run, const Finding& finding) {
  const FileResult& file = run.file(finding.where.file);
  const RuleInfo& rule = run.rules->info(finding.rule);
  const Position at = file.text.position(finding.where.span.begin);
  const std::string_view severity = finding.level == Level::Note ? "info" : name_of(finding.level);
  return cat("    <error line=\"", at.line, "\" column=\"", at.column, "\" severity=\"", severity,
             "\" message=\"", xml_text(finding.message), "\" source=\"starlint.",
             xml_text(cat(rule.tags.front(), ".", rule.id)), "\"/>\n");
}

void write_checkstyle(const LintRun& run, const ReportOptions&, ByteSink& out) {
  out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">\n");
  FileId open = kNone;
  for (const Finding& finding : run.findings) {
    if (finding.suppression) continue;
    if (finding.where.file != open) {
      if (open != kNone) out.append("  </file>\n");
      open = finding.where.file;
      out.append(cat("  <file name=\"", xml_text(run.file(open).source.path), "\">\n"));
    }
    out.append(error_of(run, finding));
  }
  if (open != kNone) out.append("  </file>\n");
  out.append("</checkstyle>\n");
}

}  // namespace starlint
