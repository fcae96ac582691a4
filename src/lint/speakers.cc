#include "lint/speakers.h"

namespace starlint {

Speakers::Speakers(const LintRun& run) : views_(run.speakers.size()) {
  files_.reserve(run.files.size());  // the views point into it
  for (std::size_t i = 0; i < views_.size(); ++i) views_[i].name = run.speakers[i];
  for (const auto& file : run.files) {
    files_.push_back(view_of(*file, *run.rules));
    views_[file->speaker].files.push_back(&files_.back());
  }
}

}  // namespace starlint
