// The dates that the words around a figure give it. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claim/pattern.h"
#include "claim/stage.h"

namespace starlint {

/// Days as [first, behind last), and months that are named with or without a year: "may".
struct DatesNear {
  std::vector<Span> times;
  std::vector<std::string> months;
};

/// The words of a figure's sentence, [begin, end), and of the label before it, from `label` on.
struct SentenceWords {
  std::size_t label = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Of the figure at `at`: the date right behind it; else those of its clause, of its label, of its
/// sentence; else the year that "that year" of `reach` points back to. In order of place.
DatesNear dates_near(const WordedBlock& block, const SentenceWords& sentence, std::size_t at,
                     Span reach, const ClaimPatterns& patterns);

/// Whether a value is a day, or a stretch of days.
bool is_date(const Value& value);

/// "May" is a month, "may" is none.
bool is_month(std::string_view word, const ClaimPatterns& patterns);

}  // namespace starlint
