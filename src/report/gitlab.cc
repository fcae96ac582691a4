// GitLab's Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/
#include "base/strings.h"
#include "json/writer.h"
#include "lint/identity.h"
#include "report/place.h"

namespace starlint {

static std::string_view severity_of(Level level) {
  return level == Level::Error ? "major" : level == Level::Warning ? "minor" : "info";
}

void write_gitlab(const LintRun& run, const ReportOptions& options, ByteSink& out) {
  const std::vector<Fingerprint> fingerprints = fingerprints_of(run);
  {
    JsonWriter json(out, 1);
    json.begin_array();
    for (std::size_t i = 0; i < run.findings.size(); ++i) {
      const Finding& finding = run.findings[i];
      if (finding.suppression) continue;
      const FileResult& file = run.file(finding.where.file);
      const Region region = region_of(file.text, shown_span(file.text, finding.where.span));
      json.begin_object();
      json.member("description", std::string_view(finding.message));
      json.member("check_name", std::string_view(run.rules->info(finding.rule).id));
      json.member("fingerprint", fingerprints[i].text());
      json.member("severity", severity_of(finding.level));
      json.open_object("location");
      json.member("path", std::string_view(path_below_root(file.source.path, options)));
      json.open_object("lines");
      json.member("begin", region.start_line);
      json.member("end", region.end_line);
      json.end_object();
      json.end_object();
      json.end_object();
    }
    json.end_array();
  }
  out.append("\n");
}

}  // namespace starlint
