#include "rule/kind/speaker_tenures.h"

#include <algorithm>

#include "rule/kind/background.h"

namespace starlint {

SpeakerTenures read_speaker_tenures(const SpeakerView& speaker, const ClaimPatterns& patterns) {
  SpeakerTenures out;
  for (const FileView* file : speaker.files) {
    for (const Tenure& tenure : tenures_of(*file, patterns)) {
      (tenure.study ? out.studies : out.all).push_back(tenure);
    }
    for (const Claim& claim : file->claims) {
      const ValueKind kind = claim.value.kind;
      if (kind != ValueKind::Date && kind != ValueKind::Interval) continue;
      if (claim.modality == Modality::Asserted) {
        out.last_day = std::max({out.last_day, claim.value.low, claim.value.high});
      }
    }
  }
  declare(ledger_of(speaker), out.all);
  return out;
}

}  // namespace starlint
