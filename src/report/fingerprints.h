// The fingerprints of a run's findings.
#pragma once

#include <string>
#include <vector>

#include "lint/lint.h"

namespace starlint {

/// One for every finding of the run, in its order.
std::vector<std::string> fingerprints_of(const LintRun& run);

}  // namespace starlint
