// Where a label stands in its line, and where it may end: marks, signs and the space around it,
// whatever its words mean.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace starlint {

/// A letter, digit or part of one of another script.
bool is_word_byte(char c);
/// Signs and emoji that decorate a label, whatever the script of its words.
bool is_decoration(char32_t character);

/// A label's words as they were before they were read in the wrong charset: "RÃ©sultat".
std::string undamaged(std::string_view words);

/// Where the label's word begins: behind marks, bullets and numbers, which a label may carry.
std::uint32_t label_begin(std::string_view utf8, Span content);

/// A place at which a label may end, and where its body would begin behind it.
struct LabelEnd {
  std::uint32_t word_end = 0;
  std::uint32_t body = 0;
  bool firm = false;  // a colon, a wide gap, or the end of bold or brackets
};
/// In order; of at most the first 96 bytes.
std::vector<LabelEnd> label_ends(std::string_view utf8, std::uint32_t begin, std::uint32_t end);

/// Behind a label's end more marks may stand: "**Result**:", "(R) -".
std::uint32_t body_begin(std::string_view utf8, std::uint32_t at, std::uint32_t end);

}  // namespace starlint
