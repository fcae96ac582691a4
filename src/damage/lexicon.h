// What damage looks like in a language or a format, as the rule packs say it: data, not code.
// Filled while rules are loaded, immutable after.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace starlint {

struct DamageLexicon {
  /// What stands behind an apostrophe inside a word: "s", "t", "re".
  std::vector<std::string> contraction_endings;
  /// Names of character entities and the text they stand for: "nbsp".
  std::map<std::string, std::string, std::less<>> entities;
  /// Signs that word processors paste in front of a list item.
  std::vector<std::string> list_glyphs;
  /// Letters that a symbol font drew as a bullet.
  std::vector<std::string> list_letters;
  /// Units of measurement that a no-break space may tie to their number.
  std::vector<std::string> units;
};

}  // namespace starlint
