// One number in any sane form: "12,567", "10k", "1.5 million", "four hundred and six thousand",
// "eighty - six", "5 and a quarter", "minus seven point two", "half a million", "a couple of".
#pragma once

#include <cstddef>
#include <optional>

#include "claim/grammar/cursor.h"

namespace starlint {

struct Number {
  std::size_t first = 0;  // token
  std::size_t next = 0;   // token behind it
  double low = 0;
  double high = 0;        // equal to low but for a handful ("a few")
  double resolution = 0;  // unit of the last reported digit
  double scale = 1;       // the scale word or suffix at its end: "18 million" has 1e6
  bool digits = false;    // begins with digits
  bool bare = false;      // digits and nothing else
  bool vague = false;     // "some": no number without a unit
  bool handful = false;   // "a few"
};

/// The number that begins at token `i`. Does not look at what stands before it.
std::optional<Number> read_number(const Cursor& cursor, std::size_t i);

/// Whether the token before takes its number for itself: a pronoun's "one", "version 3", "EC2".
bool names_something(const Cursor& cursor, const Number& number);

}  // namespace starlint
