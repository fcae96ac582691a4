// A formula between named figures, "share * whole / 100 = part", judged over all that their
// rounding allows. Operators + - * / with the usual precedence, parentheses, decimal numbers,
// names, and one of = <= >= between two sides. Immutable once parsed; any thread may evaluate it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "metric/extent.h"

namespace starlint {

/// A named figure: as said, and with its rounding.
struct Term {
  std::string_view name;
  double figure = 0;
  Extent extent;
};

class Formula {
 public:
  static Result<Formula> parse(std::string_view text);

  /// Whether its sides must be equal, not just one below the other.
  bool equation() const { return relation_ == Relation::Equal; }
  /// Names in order of first use.
  const std::vector<std::string>& names() const { return names_; }

  struct Outcome {
    bool holds = true;
    double left = 0;  // from the figures as said
    double right = 0;
  };
  /// REQUIRES: a term for every name.
  Outcome evaluate(const std::vector<Term>& terms) const;

 private:
  friend class FormulaParser;
  enum class Code : std::uint8_t { Number, Name, Add, Subtract, Multiply, Divide };
  enum class Relation : std::uint8_t { Equal, AtMost, AtLeast };
  struct Step {
    Code code = Code::Number;
    double number = 0;
    std::size_t name = 0;
  };
  struct Both {
    double figure = 0;
    Extent extent;
  };
  static Both apply(Code code, const Both& a, const Both& b);
  static Both run(const std::vector<Step>& steps, const std::vector<Both>& values);

  std::vector<std::string> names_;
  std::vector<Step> left_;  // reverse Polish
  std::vector<Step> right_;
  Relation relation_ = Relation::Equal;
};

}  // namespace starlint
