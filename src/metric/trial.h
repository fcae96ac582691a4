// One figure of a passage, held against the others around it. What the operations share.
#pragma once

#include <optional>
#include <vector>

#include "metric/metrics.h"
#include "metric/quantity.h"

namespace starlint {

/// The passage and its quantities; all outlive it.
struct Trial {
  const Metrics& metrics;
  const Lexicon& lexicon;
  const ReckoningWords& words;
  const Passage& passage;
  const std::vector<Quantity>& quantities;
  const std::vector<Quantity>& earlier;  // counts of the story in passages before this one
  const std::vector<Quantity>& money;    // the same of amounts of money
  std::size_t claimed = 0;               // index into quantities

  const Quantity& claim() const { return quantities[claimed]; }
  const Typed& typed(const Quantity& quantity) const { return metrics.typed(quantity.figure); }
  const Value& value(const Quantity& quantity) const { return metrics.value(quantity.figure); }
  /// Between two tokens of one passage, or up to the next one.
  std::string_view between(std::uint32_t begin, std::uint32_t end) const {
    return passage.slice({begin, end});
  }
};

/// What an operation says of the claimed figure.
struct Outcome {
  bool ties = false;                 // some reading of the figures bears it out
  std::optional<WrongResult> wrong;  // the one reading that there is does not
  bool sure = false;                 // the words leave no other reading of the figures
};

/// A product, a quotient or a conversion of figures whose units make that of the claim.
Outcome try_product(const Trial& trial);
/// What lies between two figures: "from 400 to 500, 100 more".
Outcome try_difference(const Trial& trial);
/// How often something fits into the time that its sentence names, one after the other.
Outcome try_fit(const Trial& trial);
/// A stretch of time that was told before: "for 36 months. After these three years …".
Outcome try_taken_up(const Trial& trial);
/// The last part of all: "14 for IT, 9 for sales and 5 for HR, none left over" of 28 told before.
Outcome try_parts_of_told(const Trial& trial);
/// The sum of several figures, or a total that the claim is the rest of.
Outcome try_sum(const Trial& trial);
/// The average of a list.
Outcome try_mean(const Trial& trial);
/// A share of shares: "40 % of the 500 guests answered, and half of those …".
Outcome try_share_of_share(const Trial& trial);
/// A part that is told as every third of a whole.
Outcome try_every_nth(const Trial& trial);
/// A share of one figure in another, in percent; or a part that is a share of a whole.
Outcome try_share(const Trial& trial);

/// What one of the written units of the figure is in the units it is computed in.
double written_unit(const Typed& typed, const Lexicon& lexicon);
/// Whether both are counted in one unit: things, one currency, time, one measure.
bool same_unit(const Value& a, const Value& b);

}  // namespace starlint
