// One number with what makes it a value: a percent sign, a currency, a unit, a span of time.
#pragma once

#include <optional>
#include <vector>

#include "claim/grammar/cursor.h"
#include "claim/grammar/number.h"

namespace starlint {

/// A value read from the tokens [first, next).
struct Amount {
  std::size_t first = 0;
  std::size_t next = 0;
  Value value;
  Number number;  // the number it began with, for ranges that share a scale
  std::vector<BareNumber> numbers;
  bool silent = false;  // understood, and no value: "1st", "6pm", "3 days ago"
};

/// The amount that begins at token `i`, without hedges and ranges.
std::optional<Amount> read_amount(const Cursor& cursor, std::size_t i);

/// The bare number of a typed value; not where it is glued to letters.
void add_bare_number(const Cursor& cursor, const Number& number, std::vector<BareNumber>& out);

/// A unit at token `i` that may stand behind `number`.
Phrase unit_behind(const Cursor& cursor, const Number& number, std::size_t i);

// Each reads what stands behind (or, for a prefix, around) a number; nothing where it is not
// theirs.
std::optional<Amount> read_prefixed_money(const Cursor& cursor, std::size_t i);
std::optional<Amount> read_money(const Cursor& cursor, const Number& number);
std::optional<Amount> read_duration(const Cursor& cursor, const Number& number);
/// A span of time without a number: "an hour and a half", "another week", "half an hour".
std::optional<Amount> read_unnumbered_duration(const Cursor& cursor, std::size_t i);

}  // namespace starlint
