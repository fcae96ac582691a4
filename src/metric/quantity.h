// The figures of a passage as arithmetic sees them: what each one counts, of how much it is told
// ("a month", "each", "per van"), and whether the words say that it follows from others. Values
// only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "metric/metrics.h"
#include "metric/reckoning_words.h"

namespace starlint {

/// Of how much a figure is told.
struct Per {
  std::vector<std::string> nouns;  // of one thing; none where "each" stands alone
  bool loose = false;              // the words may be no noun: "each gave"
  double seconds = 0;              // of a period; 0 where it is of a thing
};

struct Quantity {
  Figure figure;
  std::uint32_t at = 0;        // of its token in masked text
  std::uint32_t sentence = 0;  // index into Masked::sentences()
  std::string noun;            // of a count, in small letters; "" where it is not said
  std::vector<Per> per;
  double within = 0;      // seconds: "over the year that makes …"; 0 where nothing says so
  bool makes = false;     // "that comes to"
  bool result = false;    // that, or "so", "in other words"
  bool same = false;      // "or", "that is": told again in another unit
  bool together = false;  // "in all"
  bool rest = false;      // "the other", "left"
  bool differs = false;   // "150 more", "we gained 150"
  bool average = false;   // "on average"
  bool rate = false;      // a share with a name: "a response rate of"
  bool apposed = false;   // behind a comma: "twelve classes of 28, 336 pupils"
  bool opens = false;     // the sentence begins with it
  bool of_whole = false;  // "of the 64", "out of 45"
  bool instant = false;   // "after three weeks"
  bool taken_up = false;  // "these 18 hours": told before, in whatever unit
  bool recurs = false;    // "every forty seconds": from one thing to the next

  /// Whether some word says that it follows from others.
  bool follows() const { return result || together || average || apposed; }
};

/// The quantities of a passage, in order: counts, money, durations, measures and percentages. Dates
/// are none, nor is a period without a number.
std::vector<Quantity> read_quantities(const Passage& passage, std::uint32_t index,
                                      const ReckoningWords& words);

}  // namespace starlint
