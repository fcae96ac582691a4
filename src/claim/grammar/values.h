// The typed values in a piece of text: numbers, percentages, ranges, money, quantities, ages,
// durations, dates and intervals, with exact spans and with their hedges. Linear in the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "claim/claim.h"
#include "claim/grammar/lexicon.h"
#include "claim/grammar/token.h"

namespace starlint {

/// A value and where it stands. `numbers` are the bare numbers inside, in order.
struct Typed {
  Span span;
  Value value;
  std::vector<BareNumber> numbers;
};

/// Reads values; keeps its buffer between calls, so use one per thread. The lexicon must outlive
/// it.
class ValueReader {
 public:
  explicit ValueReader(const Lexicon& lexicon) : lexicon_(&lexicon) {}

  /// Appends the values of text[within] to `out`, in order and without overlap. `within` should be
  /// one block: no value reaches across a blank line.
  void read(std::string_view text, Span within, std::vector<Typed>& out);

 private:
  const Lexicon* lexicon_;
  std::vector<Token> tokens_;
};

std::vector<Typed> read_values(std::string_view text, Span within, const Lexicon& lexicon);

/// What a value was read as: "40", "over 18000000 USD", "2019-01-01..".
std::string describe(const Value& value);

}  // namespace starlint
