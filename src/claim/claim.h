// A claim: one value that the notes state, with what it is about. Values only; spans point into the
// Text of `file`. Immutable after extraction, so any thread may read it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace starlint {

enum class ValueKind : std::uint8_t {
  Cardinal,
  Percent,
  Range,
  Money,
  Quantity,
  Age,
  Duration,
  Date,
  Interval,
  Name
};
/// "cardinal", as in `starlint facts`.
std::string_view name_of(ValueKind kind);

/// How the number is hedged. Over and Under exclude the bound, AtLeast and AtMost include it.
enum class Qualifier : std::uint8_t { Exact, About, Nearly, Over, AtLeast, Under, AtMost };
std::string_view name_of(Qualifier qualifier);

/// Only Asserted and Negated claims can conflict.
enum class Modality : std::uint8_t {
  Asserted,
  Negated,
  Hypothetical,
  Planned,
  General,
  Target,
  Question
};
std::string_view name_of(Modality modality);

/// A typed value. Durations are in seconds, dates in days since 1970-01-01, percentages in percent,
/// everything else in `unit`. Open ends are flags, never infinities.
struct Value {
  ValueKind kind = ValueKind::Cardinal;
  Qualifier qualifier = Qualifier::Exact;
  bool open_low = false;
  bool open_high = false;
  double low = 0;  // equal to high for a single figure
  double high = 0;
  double resolution = 0;  // unit of the last reported digit, in the same unit as low and high
  std::string unit;       // canonical: "USD", "kilometer", "byte"; "" where none
  std::string unit_text;  // as written
  std::string name;       // for Name

  bool single() const { return low == high && !open_low && !open_high; }
};

/// Which part of a story a claim plays in the arithmetic.
enum class Role : std::uint8_t { Total, PartOf, Before, After, Delta, Fold, Share, Rate, Limit };
std::string_view name_of(Role role);

/// One bare number inside a typed value.
struct BareNumber {
  Span span;
  double value = 0;
};

struct Claim {
  FileId file = 0;
  Span span;
  Value value;
  Modality modality = Modality::Asserted;
  Role role = Role::Total;
  std::string attribute;            // "team.size"; "" where only the value was read
  std::string subject;              // folded noun or metric it is about; "" where unknown
  std::string scope;                // which of several: the "night" of "night team"; "" unsaid
  std::uint32_t group = kNone;      // parts of one list, and their total, share a number
  bool complete = true;             // of that list: it names all parts
  std::uint32_t narrative = kNone;  // index in its file
  std::uint32_t sentence = 0;       // counts sentences and items of the file: equal means same one
  std::vector<BareNumber> numbers;  // the bare numbers inside
};

}  // namespace starlint
