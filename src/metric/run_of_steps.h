// Changes that follow on each other between two figures: "320 tickets … halved … halved again, so
// 80 were left".
#pragma once

#include "metric/metrics.h"

namespace starlint {

/// What the steps told between two figures say of the change from the one to the other.
struct StepsBetween {
  bool bear_out = false;  // the change, alone or with the steps next to it, makes the one the other
  bool last = true;       // no further step is told before `after`
};

/// `comparison` is of one change alone. Only steps whose words say which way count.
StepsBetween steps_between(const Metrics& metrics, const Comparison& comparison);

}  // namespace starlint
