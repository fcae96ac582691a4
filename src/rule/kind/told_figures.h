// The figures of one file that may be told again: what the file alone says of them, and which of
// them stand together. Kept with the file, so that they are not read anew when another is edited.
#pragma once

#include <cstdint>
#include <vector>

#include "rule/kind/told.h"
#include "rule/view.h"

namespace starlint {

struct FileFigures {
  /// Places among the figures, in order.
  using Group = std::vector<std::uint32_t>;
  /// The groups of one figure, as Told names them; into `groups`.
  struct Member {
    std::uint32_t around = 0;
    std::uint32_t section = 0;
    std::uint32_t all = 0;
  };

  std::vector<Told>
      told;  // in order of place; what stands around them is left to who compares them
  std::vector<Group> groups;
  std::vector<Member> members;  // by figure
  std::vector<std::uint64_t>
      words;  // of their contexts, hashed with what they measure, figure by figure
};

/// Those that are compared; none where the language is not understood.
const FileFigures& figures_of(const FileView& file, const ClaimPatterns& patterns);

}  // namespace starlint
