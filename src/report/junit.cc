// JUnit's XML: a suite a file, a failed case a finding; a file without findings is a passed case.
#include "base/strings.h"
#include "report/place.h"
#include "report/xml.h"

namespace starlint {

namespace {

std::string case_of(const LintRun& run, const Finding& finding) {
  const FileResult& file = run.file(finding.where.file);
  const RuleInfo& rule = run.rules->info(finding.rule);
  const Position at = file.text.position(finding.where.span.begin);
  const std::string path = xml_text(file.source.path);
  return cat("    <testcase name=\"", rule.id, " ", rule.name, " at ", at.line, ":", at.column,
             "\" classname=\"", path, "\" time=\"0\">\n      <failure type=\"",
             name_of(finding.level), "\" message=\"", xml_text(finding.message), "\">", path, ":",
             at.line, ":", at.column, ": ", xml_text(quote_of(file, finding.where.span, 200)),
             "</failure>\n    </testcase>\n");
}

using Iterator = std::vector<Finding>::const_iterator;

/// Writes the suite of a file and returns the first finding behind it.
Iterator write_suite(const LintRun& run, const FileResult& file, Iterator finding, ByteSink& out) {
  std::string cases;
  std::size_t failures = 0;
  for (; finding != run.findings.end() && finding->where.file == file.source.id; ++finding) {
    if (finding->suppression) continue;
    cases += case_of(run, *finding);
    ++failures;
  }
  const std::string path = xml_text(file.source.path);
  const std::uint64_t tests = failures == 0 ? 1 : failures;
  if (failures == 0) {
    cases = cat("    <testcase name=\"nothing found\" classname=\"", path, "\" time=\"0\"/>\n");
  }
  out.append(cat("  <testsuite name=\"", path, "\" tests=\"", tests, "\" failures=\"",
                 std::uint64_t{failures}, "\" errors=\"0\" skipped=\"0\" time=\"0\">\n", cases,
                 "  </testsuite>\n"));
  return finding;
}

}  // namespace

void write_junit(const LintRun& run, const ReportOptions&, ByteSink& out) {
  out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"starlint\">\n");
  auto finding = run.findings.begin();
  for (const auto& file : run.files) finding = write_suite(run, *file, finding, out);
  out.append("</testsuites>\n");
}

}  // namespace starlint
