// Labels that follow each other without a boundary: what may be the parts of one story.
#pragma once

#include <cstdint>
#include <vector>

#include "narrative/story.h"

namespace starlint {

using LabelGroup = std::vector<LabelledPart>;

/// Which heading each row stands under.
class HeadingLevels {
 public:
  explicit HeadingLevels(const Page& page);

  /// The level of the heading that holds a row; 0 without one.
  std::uint32_t holding(std::uint32_t row) const;

 private:
  const Page& page_;
  std::vector<std::uint8_t> levels_;  // by row: of the heading at or above it
};

/// In reading order; how far the body of each part reaches is not known yet.
std::vector<LabelGroup> group_labels(const Page& page);

/// Whether a row without a label ends the group that is open; `level`: of the heading that holds
/// it.
bool ends_group(const Page& page, std::uint32_t row, std::uint32_t level, const LabelGroup& group);

}  // namespace starlint
