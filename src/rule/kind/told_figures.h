// The figures of one file that may be told again: what the file alone says of them, and which of
// them stand together. Kept with the file, so that they are not read anew when another is edited.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <vector>

#include "rule/kind/told.h"
#include "rule/view.h"

namespace starlint {

/// All pairs of a section of so many figures or fewer are compared, without a word in common.
inline constexpr std::size_t kSection = 24;

struct FileFigures {
  /// Places among the figures, in order.
  using Group = std::vector<std::uint32_t>;
  /// The groups of one figure, as Told names them; into `groups`.
  struct Member {
    std::uint32_t around = 0;
    std::uint32_t section = 0;
    std::uint32_t all = 0;
  };

  /// What a block with figures speaks of, with the hashes of its words.
  struct HashedTopic {
    const Topic* topic = nullptr;
    std::vector<std::uint64_t> words;
  };

  std::vector<Told> told;  // in order of place; without what stands around them
  std::vector<Group> groups;
  std::vector<Member> members;  // by figure
  /// Figure by figure: hashes of the words of its context, each with the kind of the figure.
  std::vector<std::uint64_t> words;
  std::vector<HashedTopic> topics;  // of the figures, each once
  /// By figure: how far behind it those of its section stand that it may contradict; in sections of
  /// up to kSection alone.
  std::vector<Group> open;
};

/// Tells figures of the file, or copies of them, which of them stand together: in `groups`, where
/// their lists stay.
void stand_together(const FileFigures& figures, std::span<Told> told,
                    std::deque<std::vector<const Told*>>& groups);

/// Those that are compared; none where the language is not understood.
const FileFigures& figures_of(const FileView& file, const ClaimPatterns& patterns);

}  // namespace starlint
