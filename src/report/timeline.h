// When things were: posts, titles with dates, and the dates told of each project, as lanes of one
// time line. Days are counted since 1970-01-01.
#pragma once

#include <string>
#include <vector>

#include "lint/lint.h"
#include "rule/view.h"

namespace starlint {

struct Lane {
  enum class Kind : std::uint8_t { Post, Dated, Project } kind = Kind::Post;
  std::string name;           // as written; of a post its line
  Location where;             // of the first date
  double begin = 0;           // first day told
  double end = 0;             // behind the last one
  bool ended = true;          // false: still running when the notes were written
  std::vector<double> dates;  // of a project: the middle of each date that is told
};

/// The lanes of one speaker, by their begin.
std::vector<Lane> lanes_of(const LintRun& run, const SpeakerView& speaker);

}  // namespace starlint
