// The posts and full-time courses of a speaker, from all notes, and the latest day that these name:
// what is told was written about then.
#pragma once

#include <vector>

#include "claim/pattern.h"
#include "claim/tenure.h"
#include "rule/view.h"

namespace starlint {

struct SpeakerTenures {
  std::vector<Tenure> all;      // posts, in order of file and place
  std::vector<Tenure> studies;  // full-time courses, likewise
  double last_day = 0;          // days since 1970-01-01; 0 where no date is told
};

/// REQUIRES: the view outlives it.
SpeakerTenures read_speaker_tenures(const SpeakerView& speaker, const ClaimPatterns& patterns);

}  // namespace starlint
