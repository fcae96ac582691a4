// Arithmetic over a whole story: a list of bullets and the total below them, a rate in one
// component and the count in another. Adds to wrong_results.
#pragma once

#include "metric/metrics.h"
#include "metric/quantity.h"

namespace starlint {

/// The quantities of one story, in the order of the text.
using StoryFigures = std::vector<Quantity>;

/// Whether the figure was found not to follow from others.
bool is_wrong(const Metrics& metrics, Figure figure);

/// "26 blocks … 340 chairs to a block … 9,880 chairs stood": more than there can be.
void weigh_products(Metrics& metrics, const StoryFigures& figures, const ReckoningWords& words);

/// "Rent: 22,000. Cleaning: 8,500. Printers: 4,500. … Together that made 45,000".
void weigh_totals(Metrics& metrics, const StoryFigures& figures);

}  // namespace starlint
