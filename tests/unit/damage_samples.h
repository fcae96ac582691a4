// Lines of notes in many languages, and the damage that programs do to them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "damage/damage.h"

namespace starlint::samples {

/// Correct lines: English with typographic signs, then other languages.
const std::vector<std::string_view>& english_lines();
const std::vector<std::string_view>& other_lines();
/// Correct lines that look like damage: names of letters, formulas, joiners, box drawings.
const std::vector<std::string_view>& traps();

/// UTF-8 read in a single-byte charset and saved as UTF-8.
std::string misread(std::string_view utf8, const char* converter);

const DamageLexicon& lexicon();
std::vector<Damage> damage_in(std::string_view utf8);
/// All patches applied, those of unsafe repairs too.
std::string repaired(std::string_view utf8);

}  // namespace starlint::samples
