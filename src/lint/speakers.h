// The notes of each speaker of a run, as rules see them: facts of two speakers never meet.
#pragma once

#include <vector>

#include "lint/lint.h"

namespace starlint {

class Speakers {
 public:
  /// REQUIRES: the run outlives it, and gains no files.
  explicit Speakers(const LintRun& run);
  Speakers(const Speakers&) = delete;
  Speakers& operator=(const Speakers&) = delete;

  /// In the order of LintRun::speakers.
  const std::vector<SpeakerView>& views() const { return views_; }

 private:
  std::vector<FileView> files_;
  std::vector<SpeakerView> views_;
};

}  // namespace starlint
