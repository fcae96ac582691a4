// Parts that one story lists, "16 in London, 9 in Leeds and 8 in Dublin", held against the total
// that another place of the same speaker's notes tells.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "metric/metrics.h"
#include "metric/vocabulary.h"

namespace starlint {

/// A list of three parts or more in one sentence. A view of its metrics.
struct ToldParts {
  const Metrics* metrics = nullptr;
  std::vector<Figure> parts;
  std::string noun;  // of what is counted; "" of all else
  Extent sum;
  double largest = 0;              // of the parts
  bool closed = false;             // the words say that there are no others
  std::vector<std::string> words;  // folded, of the story that they stand in
};

/// The lists of a file, in order; none of a story that has so many that it is a log.
std::vector<ToldParts> parts_told(const Metrics& metrics, const MetricVocabulary& vocabulary);

/// Further off, a figure is no total of the parts: times.
inline constexpr double kNearSum = 1.35;

/// Figures of a passage that may be the total of the parts, and are not their sum; one that is
/// their sum settles it: nothing, then.
struct FarTotals {
  bool borne_out = false;
  std::vector<Figure> against;
};
/// `metrics` may be those of the parts: of their own story nothing is taken.
FarTotals totals_of(const ToldParts& told, const Metrics& metrics, std::uint32_t passage,
                    const MetricVocabulary& vocabulary);

}  // namespace starlint
