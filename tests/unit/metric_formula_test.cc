#include "catch.h"
#include "metric/formula.h"

using namespace starlint;

namespace {

Term rounded(std::string_view name, double figure, double unit) {
  return {name, figure, {figure - unit / 2, figure + unit / 2}};
}

bool holds(std::string_view formula, const std::vector<Term>& terms) {
  const Result<Formula> parsed = Formula::parse(formula);
  REQUIRE(parsed);
  return parsed->evaluate(terms).holds;
}

}  // namespace

TEST_CASE("formula: what rounding allows holds") {
  CHECK(holds("share * whole / 100 = part",
              {rounded("share", 30, 1), rounded("whole", 18, 1), rounded("part", 5.4, 0.1)}));
  CHECK_FALSE(holds("share * whole / 100 = part",
                    {rounded("share", 30, 1), rounded("whole", 18, 1), rounded("part", 6, 0.1)}));
  CHECK(holds("count * each = total",
              {rounded("count", 10, 0), rounded("each", 19, 1), rounded("total", 180, 60)}));
  CHECK(holds("saved <= spent", {rounded("saved", 5, 1), rounded("spent", 5, 1)}));
  CHECK_FALSE(holds("saved <= spent", {rounded("saved", 5, 1), rounded("spent", 2, 1)}));
  CHECK_FALSE(holds("hours / days >= 24", {rounded("hours", 20, 1), rounded("days", 1, 0)}));
}

TEST_CASE("formula: both sides from the figures as said") {
  const Result<Formula> formula = Formula::parse("(a + 2) * 3 - a / 2 = a");
  REQUIRE(formula);
  const Formula::Outcome outcome = formula->evaluate({rounded("a", 4, 0)});
  CHECK(outcome.left == Approx(16));
  CHECK(outcome.right == Approx(4));
  CHECK(formula->names() == std::vector<std::string>{"a"});
}

TEST_CASE("formula: what is no formula is an error") {
  for (const std::string_view bad : {"", "a", "a =", "= b", "a + = b", "a = b c", "(a = b"}) {
    CAPTURE(bad);
    CHECK_FALSE(Formula::parse(bad));
  }
}

TEST_CASE("formula: dividing by what may be nothing judges nothing") {
  CHECK(holds("a / b = 1000", {rounded("a", 5, 1), rounded("b", 0, 1)}));
}
