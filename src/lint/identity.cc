#include "lint/identity.h"

#include "narrative/story_at.h"

namespace starlint {

std::uint32_t story_at(const FileResult& file, std::uint32_t offset) {
  return story_at(file.narratives.stories, offset);
}

std::uint32_t story_at(const FileResult& file, const Finding& finding) {
  return finding.narrative != kNone ? finding.narrative : story_at(file, finding.where.span.begin);
}

std::vector<Fingerprint> fingerprints_of(const LintRun& run) {
  Fingerprints fingerprints;
  std::vector<Fingerprint> out;
  out.reserve(run.findings.size());
  for (const Finding& finding : run.findings) {
    const std::string_view rule = run.rules->info(finding.rule).id;
    if (!finding.key.empty()) {
      out.push_back(fingerprints.next({rule, finding.key, {}, {}}));
      continue;
    }
    const FileResult& file = run.file(finding.where.file);
    const std::uint32_t story = story_at(file, finding);
    const std::string_view title =
        story == kNone ? std::string_view() : file.narratives.stories[story].title_text;
    out.push_back(fingerprints.next({rule, {}, file.text.slice(finding.where.span), title}));
  }
  return out;
}

}  // namespace starlint
