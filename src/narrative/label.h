// The label that a line opens with: "**Situation:** …", "- S — …", "## 2. Result", "[Action]".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "narrative/row.h"
#include "narrative/rules.h"

namespace starlint {

struct Label {
  std::uint32_t row = 0;
  Span word;                        // the author's word, without marks
  std::uint32_t body = 0;           // offset at which its body begins, on the same line
  std::vector<ConceptId> concepts;  // what it means; several for "Situation / Task"
  bool letter = false;              // single letters only
  std::string letters;              // these, in lower case: "s", "st" of "S/T"
  bool question = false;            // marks a question, not a part
  bool answer = false;              // may mark an answer: "A:"
  bool letter_concepts = true;      // the concepts so far come from letters
  bool open = false;                // known by its first words only: "What I changed that night"
  bool marked = false;              // bold, heading, bracket or colon: more than a bare word
};

/// The label of a row. At most the first 96 bytes are looked at.
std::optional<Label> read_label(std::string_view utf8, const Row& row, const NarrativeRules& rules);

/// Words that could be a label, though no pack knows them: "**What came out:** …", "**I had to**
/// find …", or a few at the head of a column, "Duty   I was …". They mean nothing yet: `concepts`
/// is empty, and `open` tells a clause from a mere name.
std::optional<Label> read_unknown_label(std::string_view utf8, const Row& row,
                                        const NarrativeRules& rules);

}  // namespace starlint
