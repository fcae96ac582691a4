// The keys of the TOML files that NarrativeRules are read from, declared once: for checking, for
// "did you mean", and for the schema that editors complete from.
#pragma once

#include <string_view>
#include <vector>

#include "toml/fields.h"

namespace starlint {

/// The components a concept may serve, in the order of Slot.
const std::vector<std::string_view>& component_names();

const std::vector<toml_doc::Field>& framework_file_fields();  // frameworks.toml
const std::vector<toml_doc::Field>& label_file_fields();      // labels.toml
const std::vector<toml_doc::Field>& prompt_file_fields();     // prompts.toml
const std::vector<toml_doc::Field>& cue_file_fields();        // cues.toml
const std::vector<toml_doc::Field>& scorer_file_fields();     // scorer.toml
const std::vector<toml_doc::Field>& place_file_fields();      // projects.toml

}  // namespace starlint
