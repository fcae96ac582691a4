#include "report/fingerprints.h"

#include "finding/fingerprint.h"
#include "report/place.h"

namespace starlint {

std::vector<std::string> fingerprints_of(const LintRun& run) {
  Fingerprints fingerprints;
  std::vector<std::string> out;
  out.reserve(run.findings.size());
  for (const Finding& finding : run.findings) {
    const FileResult& file = run.file(finding.where.file);
    const std::uint32_t story = story_at(file, finding);
    const std::string_view title =
        story == kNone ? std::string_view() : file.narratives.stories[story].title_text;
    out.push_back(fingerprints.next({run.rules->info(finding.rule).id, finding.key,
                                     file.text.slice(finding.where.span), title}));
  }
  return out;
}

}  // namespace starlint
