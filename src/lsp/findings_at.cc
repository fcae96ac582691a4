#include "lsp/findings_at.h"

#include <algorithm>

namespace starlint {

std::vector<const Finding*> findings_at(const LintRun& run, const FileResult& file, Span span) {
  std::vector<const Finding*> out;
  const auto first = std::partition_point(
      run.findings.begin(), run.findings.end(),
      [&](const Finding& finding) { return finding.where.file < file.source.id; });
  for (auto finding = first; finding != run.findings.end(); ++finding) {
    if (finding->where.file != file.source.id || finding->where.span.begin > span.end) break;
    if (!finding->suppression && finding->where.span.end >= span.begin) out.push_back(&*finding);
  }
  return out;
}

}  // namespace starlint
