#include "lsp/tellings.h"

#include <algorithm>
#include <tuple>

#include "rule/kind/tellings.h"

namespace starlint {

const Claim* claim_at(const FileResult& file, std::uint32_t offset) {
  const auto rank = [](const Claim& claim) {
    return std::tuple(claim.attribute.empty(), claim.span.size());
  };
  const Claim* best = nullptr;
  for (const Claim& claim : file.claims) {
    const bool here = claim.span.contains(offset) || claim.span.end == offset;
    if (here && (best == nullptr || rank(claim) < rank(*best))) best = &claim;
  }
  return best;
}

std::vector<const Claim*> other_tellings(const LintRun& run, const Claim& claim) {
  const std::uint32_t speaker_of_claim = run.file(claim.file).speaker;
  std::vector<FileView> views;
  views.reserve(run.files.size());
  SpeakerView speaker;
  for (const auto& file : run.files) {
    if (file->speaker != speaker_of_claim) continue;
    views.push_back(view_of(*file, *run.rules));
    speaker.files.push_back(&views.back());
  }
  return other_tellings(speaker, run.rules->claims().patterns, claim);
}

}  // namespace starlint
