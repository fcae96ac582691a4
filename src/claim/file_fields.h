// The keys of the TOML files that claims are read from, declared once: for checking, for "did you
// mean", and for the schema that editors complete from.
#pragma once

#include <vector>

#include "toml/fields.h"

namespace starlint {

/// A file of claims = "en": attributes, the phrases that claim them, words, technologies.
const std::vector<toml_doc::Field>& claim_file_fields();
/// A [[technology]] of it.
const std::vector<toml_doc::Field>& technology_fields();
/// A file of the words of values: numbers, units, dates.
const std::vector<toml_doc::Field>& lexicon_file_fields();

}  // namespace starlint
