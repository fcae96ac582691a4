// The rules of a run as SARIF's reportingDescriptors: all words come from the rules' TOML.
#pragma once

#include <string_view>

#include "json/writer.h"
#include "lint/lint.h"

namespace starlint {

/// The member "rules" of the driver.
void write_sarif_rules(const LintRun& run, JsonWriter& json);

/// A member that is an object with a text: {"text": "…"}.
void write_sarif_text(std::string_view name, std::string_view text, JsonWriter& json);

}  // namespace starlint
