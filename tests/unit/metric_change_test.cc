#include "catch.h"
#include "metric/change.h"

using namespace starlint;

namespace {

Value figure(double number, double resolution, Qualifier qualifier = Qualifier::Exact,
             ValueKind kind = ValueKind::Quantity) {
  Value value;
  value.kind = kind;
  value.low = value.high = number;
  value.resolution = resolution;
  value.qualifier = qualifier;
  return value;
}

Movement movement(const Value& from, const Value& to) {
  Movement m{figure_extent(from), figure_extent(to), from.low, to.low};
  m.percent = from.kind == ValueKind::Percent;
  m.time = from.kind == ValueKind::Duration;
  return m;
}

ChangeClaim claim(Verb verb, Measure measure, double number,
                  Qualifier qualifier = Qualifier::Exact) {
  const ValueKind kind = measure == Measure::Percent ? ValueKind::Percent : ValueKind::Cardinal;
  return {verb, measure, claim_extent(figure(number, 1, qualifier, kind)), number};
}

}  // namespace

TEST_CASE("change: a claim is held against the figures") {
  struct Row {
    double from, from_unit, to, to_unit;
    Verb verb;
    Measure measure;
    double said;
    Qualifier qualifier;
    ChangeVerdict verdict;
  };
  using M = Measure;
  using V = ChangeVerdict;
  constexpr Qualifier kExact = Qualifier::Exact;
  constexpr Qualifier kAbout = Qualifier::About;
  const std::vector<Row> rows = {
      {19.5, 0.1, 5, 1, Verb::Better, M::Percent, 400, kAbout, V::Inflated},
      {19.5, 0.1, 5, 1, Verb::Less, M::Percent, 74, kExact, V::Ok},
      {19.5, 0.1, 5, 1, Verb::Faster, M::Percent, 290, kExact, V::Ok},
      {19.5, 0.1, 5, 1, Verb::Faster, M::Fold, 3.9, kExact, V::Ok},
      {10800, 3600, 1800, 600, Verb::Less, M::Percent, 83, kExact, V::Ok},
      {10800, 3600, 1800, 60, Verb::Faster, M::Percent, 600, kExact, V::Inflated},
      {10800, 3600, 1800, 60, Verb::Faster, M::Fold, 6, kExact, V::Ok},
      {10800, 3600, 1800, 60, Verb::Faster, M::Fold, 10, kExact, V::Mismatch},
      {200, 1, 254, 1, Verb::More, M::Percent, 27, kExact, V::Ok},
      {200, 1, 146, 1, Verb::Less, M::Percent, 27, kExact, V::Ok},
      {200, 1, 100, 1, Verb::Faster, M::Percent, 100, kExact, V::Ok},
      {200, 1, 100, 1, Verb::Less, M::Percent, 100, kExact, V::Inflated},
      {200, 1, 100, 1, Verb::Less, M::Percent, 120, kExact, V::Impossible},
      {100, 1, 300, 1, Verb::More, M::Percent, 300, kExact, V::Inflated},
      {100, 1, 300, 1, Verb::More, M::Percent, 200, kExact, V::Ok},
      {10, 1, 4, 1, Verb::Less, M::Percent, 40, kExact, V::Mismatch},
      {10, 1, 4, 1, Verb::Less, M::Percent, 60, kExact, V::Ok},
      {120960, 60480, 25920, 8640, Verb::Better, M::Percent, 85, kExact, V::Mismatch},
      {45, 1, 9, 1, Verb::Faster, M::Fold, 8, kExact, V::Mismatch},
      {45, 1, 9, 1, Verb::Faster, M::Fold, 4, kExact, V::Ok},  // "4 times faster": 5 times as fast
      {40, 1, 95, 1, Verb::More, M::Fold, 2, kExact, V::Ok},   // 2.4, rounded
      {2, 1, 5, 1, Verb::Less, M::Percent, 60, kExact, V::Contrary},
      {5, 1, 2, 1, Verb::More, M::Percent, 60, kExact, V::Contrary},
      {40, 1, 10, 1, Verb::Less, M::Percent, 60, Qualifier::Over, V::Ok},
      {40, 1, 10, 1, Verb::Less, M::Percent, 80, Qualifier::Over, V::Mismatch},
      {40, 1, 10, 1, Verb::Less, M::Percent, 90, Qualifier::AtMost, V::Ok},
  };
  for (const Row& row : rows) {
    CAPTURE(row.from, row.to, row.said);
    const Movement m = movement(figure(row.from, row.from_unit), figure(row.to, row.to_unit));
    CHECK(judge(claim(row.verb, row.measure, row.said, row.qualifier), m) == row.verdict);
  }
}

TEST_CASE("change: a figure without a last digit has ten percent") {
  const ChangeClaim doubled{Verb::More, Measure::Fold,
                            claim_extent(figure(2, 0, Qualifier::About, ValueKind::Cardinal)), 2,
                            true};
  CHECK(judge(doubled, movement(figure(40, 1), figure(95, 1))) == ChangeVerdict::Mismatch);
  CHECK(judge(doubled, movement(figure(40, 1), figure(81, 1))) == ChangeVerdict::Ok);
}

TEST_CASE("change: 'as many' has no second reading") {
  ChangeClaim said = claim(Verb::More, Measure::Fold, 4);
  const Movement m = movement(figure(20, 1), figure(100, 1));
  CHECK(judge(said, m) == ChangeVerdict::Ok);
  said.as_many = true;
  CHECK(judge(said, m) == ChangeVerdict::Mismatch);
}

TEST_CASE("change: two percentages differ in points") {
  const Movement m = movement(figure(25, 1, Qualifier::Exact, ValueKind::Percent),
                              figure(30, 1, Qualifier::Exact, ValueKind::Percent));
  CHECK(judge(claim(Verb::More, Measure::Percent, 5), m) == ChangeVerdict::Points);
  CHECK(judge(claim(Verb::More, Measure::Percent, 20), m) == ChangeVerdict::Ok);
  CHECK(judge(claim(Verb::More, Measure::Points, 5), m) == ChangeVerdict::Ok);
  CHECK(judge(claim(Verb::More, Measure::Points, 9), m) == ChangeVerdict::Mismatch);
}

TEST_CASE("change: more time is no contradiction of more speed") {
  Movement m = movement(figure(200, 1, Qualifier::Exact, ValueKind::Duration),
                        figure(50, 1, Qualifier::Exact, ValueKind::Duration));
  CHECK(judge(claim(Verb::More, Measure::Percent, 300), m) == ChangeVerdict::Ok);
}

TEST_CASE("change: every right reading") {
  const Readings fall = readings_of(movement(figure(19.5, 0.1), figure(5, 1)));
  CHECK(fall.percent_less == Approx(74.36).epsilon(0.001));
  CHECK(fall.percent_faster == Approx(290));
  CHECK(fall.fold == Approx(3.9));
  const Readings rise = readings_of(movement(figure(40, 1), figure(52, 1)));
  CHECK(rise.percent_more == Approx(30));
  CHECK(rise.percent_less == 0);
}

TEST_CASE("change: steps multiply") {
  CHECK(composed(Verb::Less, Measure::Percent, std::vector<double>{30, 40}) == Approx(58));
  CHECK(composed(Verb::More, Measure::Percent, std::vector<double>{30, 40}) == Approx(82));
  CHECK(composed(Verb::Faster, Measure::Fold, std::vector<double>{3, 4}) == Approx(12));
  const Extent all =
      composed(Verb::Less, Measure::Percent, std::vector<Extent>{{29.5, 30.5}, {39.5, 40.5}});
  CHECK(all.contains(58));
  CHECK_FALSE(all.contains(70));
}
