// The keys of the TOML files that make a Lexicon, declared once: for checking and for "did you
// mean".
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "claim/grammar/lexicon.h"
#include "toml/fields.h"

namespace starlint {

/// A key of [cues]. `starts`: a value can begin with its phrases.
struct CueName {
  std::string_view key;
  Cue cue;
  bool starts;
};
extern const std::array<CueName, 45> kCues;

/// A key of [qualifiers] and [qualifiers_after].
struct QualifierName {
  std::string_view key;
  Qualifier qualifier;
};
extern const std::array<QualifierName, 6> kQualifiers;

const std::vector<toml_doc::Field>& document_fields();
const std::vector<toml_doc::Field>& event_fields();
const std::vector<toml_doc::Field>& unit_fields();
const std::vector<toml_doc::Field>& currency_fields();
std::vector<toml_doc::Field> cue_fields();
std::vector<toml_doc::Field> qualifier_fields();

}  // namespace starlint
