// Several SARIF logs of starlint as one run: for work that was split over machines.
#pragma once

#include <vector>

#include "json/value.h"

namespace starlint {

/// One log with one run: rules, artifacts, logical locations and notifications of all, each once,
/// and every index made good. An Error where a log is not of starlint, or of another version.
/// REQUIRES: at least one log. `paths` name the logs in errors.
Result<JsonValue> merge_sarif(std::vector<JsonValue> logs, const std::vector<std::string>& paths);

}  // namespace starlint
