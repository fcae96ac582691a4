// Several SARIF logs of starlint as one run: for work that was split over machines.
#pragma once

#include <vector>

#include "json/value.h"

namespace starlint {

/// One log with one run: rules, artifacts and notifications of all, each once, the projects and
/// stories of each, and every index made good. Logs of people whose notes follow each other by path
/// give what one run over all of them gives, but for the numbers in the fingerprints of findings
/// that two people share to the letter; the notes of one person are not split. An Error where a log
/// is not of starlint, or of another version.
/// REQUIRES: at least one log. `paths` name the logs in errors.
Result<JsonValue> merge_sarif(std::vector<JsonValue> logs, const std::vector<std::string>& paths);

}  // namespace starlint
