#include "rule/kind/speaker_tenures.h"

#include <algorithm>

namespace starlint {

SpeakerTenures read_speaker_tenures(const SpeakerView& speaker, const ClaimPatterns& patterns) {
  SpeakerTenures out;
  for (const FileView* file : speaker.files) {
    for (Tenure& tenure :
         read_tenures(file->source.id, file->text, file->outline, file->claims, patterns)) {
      out.all.push_back(std::move(tenure));
    }
    for (const Claim& claim : file->claims) {
      const ValueKind kind = claim.value.kind;
      if (kind != ValueKind::Date && kind != ValueKind::Interval) continue;
      if (claim.modality == Modality::Asserted) {
        out.last_day = std::max({out.last_day, claim.value.low, claim.value.high});
      }
    }
  }
  return out;
}

}  // namespace starlint
