#include "claim/verdict.h"

#include <string>

#include "catch.h"
#include "claim/tally.h"

using namespace starlint;

namespace {

constexpr double kMinute = 60;
constexpr double kHour = 60 * kMinute;
constexpr double kMonth = 30 * 24 * kHour;
constexpr double kYear = 12 * kMonth;
constexpr double kMillion = 1e6;

Value figure(double low, double high, double resolution, Qualifier qualifier = Qualifier::Exact) {
  Value value;
  value.kind = ValueKind::Quantity;
  value.low = low;
  value.high = high;
  value.resolution = resolution;
  value.qualifier = qualifier;
  return value;
}

Value one(double x, double resolution, Qualifier qualifier = Qualifier::Exact) {
  return figure(x, x, resolution, qualifier);
}

Value percent(double low, double high, Qualifier qualifier = Qualifier::Exact) {
  Value value = figure(low, high, 1, qualifier);
  value.kind = ValueKind::Percent;
  return value;
}

Value percent(double x, Qualifier qualifier = Qualifier::Exact) { return percent(x, x, qualifier); }

Value people(double x, Qualifier qualifier = Qualifier::Exact) { return one(x, 1, qualifier); }

std::vector<Value> team(const std::vector<int>& parts, bool self) {
  std::vector<Value> values;
  for (const int part : parts) values.push_back(people(part));
  if (self) values.push_back(people(1));
  return values;
}

const auto About = Qualifier::About;
const auto Over = Qualifier::Over;
const auto AtLeast = Qualifier::AtLeast;
const auto Under = Qualifier::Under;
const auto AtMost = Qualifier::AtMost;
const auto Nearly = Qualifier::Nearly;

}  // namespace

TEST_CASE("claim: the verdict on two figures for one thing") {
  struct Row {
    const char* name;
    Value a;
    Value b;
    Counting counting;
    Verdict verdict;
  };
  const auto E = Counting::Exact;
  const auto M = Counting::Measured;
  const Row rows[] = {
      {"over 30, 28", people(30, Over), people(28), E, Verdict::Conflict},
      {"over 30, 30", people(30, Over), people(30), E, Verdict::Conflict},
      {"over 30, 35", people(30, Over), people(35), E, Verdict::Ok},
      {"over 30, 90", people(30, Over), people(90), E, Verdict::Odd},
      {"30+, 30", people(30, AtLeast), people(30), E, Verdict::Ok},
      {"over 10, over 30", people(10, Over), people(30, Over), E, Verdict::Odd},
      {"100+, 3000+", people(100, AtLeast), people(3000, AtLeast), E, Verdict::Odd},
      {"8-12 %, 10 %", percent(8, 12), percent(10), M, Verdict::Ok},
      {"8-12 %, 12 %", percent(8, 12), percent(12), M, Verdict::Ok},
      {"8-12 %, 15 %", percent(8, 12), percent(15), M, Verdict::Conflict},
      {"5-10 %, 8-12 %", percent(5, 10), percent(8, 12), M, Verdict::Ok},
      {"around 3 h, 2h50m", one(3 * kHour, kHour, About), one(170 * kMinute, kMinute), M,
       Verdict::Ok},
      {"around 3 h, 2 h", one(3 * kHour, kHour, About), one(2 * kHour, kHour), M, Verdict::Ok},
      {"around 3 h, 90 min", one(3 * kHour, kHour, About), one(90 * kMinute, 10 * kMinute), M,
       Verdict::Gross},
      {"19.5 s, 19 s", one(19.5, 0.1), one(19, 1), M, Verdict::Ok},
      {"19.6 s, 19 s", one(19.6, 0.1), one(19, 1), M, Verdict::Rounding},
      {"19.5 s, 18 s", one(19.5, 0.1), one(18, 1), M, Verdict::Loose},
      {"19.5 s, 14 s", one(19.5, 0.1), one(14, 1), M, Verdict::Conflict},
      {"3 h, 5 h", one(3 * kHour, kHour), one(5 * kHour, kHour), M, Verdict::Conflict},
      {"10 members, 9", people(10), people(9), E, Verdict::Conflict},
      {"about 10 members, 9", people(10, About), people(9), E, Verdict::Ok},
      {"10 members, 6", people(10), people(6), E, Verdict::Gross},
      {"27 %, 30 %", percent(27), percent(30), M, Verdict::Loose},
      {"27 %, about 30 %", percent(27), percent(30, About), M, Verdict::Ok},
      {"27 %, 28 %", percent(27), percent(28), M, Verdict::Ok},
      {"27 %, 40 %", percent(27), percent(40), M, Verdict::Conflict},
      {"60 %, 70 %", percent(60), percent(70), M, Verdict::Conflict},
      {"60 %, about 65 %", percent(60), percent(65, About), M, Verdict::Ok},
      {"18 million, 18.4 million", one(18 * kMillion, kMillion),
       one(18.4 * kMillion, 0.1 * kMillion), M, Verdict::Ok},
      {"18 million, 20 million", one(18 * kMillion, kMillion), one(20 * kMillion, 10 * kMillion), M,
       Verdict::Ok},
      {"18 million, over 20 million", one(18 * kMillion, kMillion),
       one(20 * kMillion, 10 * kMillion, Over), M, Verdict::Conflict},
      {"< 1 %, 2 %", percent(1, Under), percent(2), M, Verdict::Conflict},
      {"< 1 %, 0.5 %", percent(1, Under), one(0.5, 0.1), M, Verdict::Ok},
      {"up to 5, 5", people(5, AtMost), people(5), E, Verdict::Ok},
      {"nearly 5 years, 3 years", one(5 * kYear, kYear, Nearly), one(3 * kYear, kYear), M,
       Verdict::Conflict},
      {"3 years, 32 months", one(3 * kYear, kYear), one(32 * kMonth, kMonth), M, Verdict::Ok},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(compare(row.a, row.b, row.counting) == row.verdict);
    CHECK(compare(row.b, row.a, row.counting) == row.verdict);
    CHECK(compare(row.a, row.a, row.counting) == Verdict::Ok);
  }
}

TEST_CASE("claim: two ranges of one thing have the same ends") {
  const auto weeks = [](double low, double high) { return figure(low, high, 1); };
  CHECK(ranges_differ(weeks(6, 10), weeks(6, 8)));
  CHECK_FALSE(ranges_differ(weeks(6, 10), weeks(6, 10)));
  CHECK_FALSE(ranges_differ(weeks(6, 10), one(8, 1)));
}

TEST_CASE("claim: roles make a team") {
  struct Row {
    int total;
    std::vector<int> parts;
    bool self;
    Tally tally;
  };
  const Row rows[] = {
      {10, {5, 2, 1, 1}, true, Tally::Tie},       {8, {4, 2, 1}, true, Tally::Tie},
      {6, {3, 1, 1}, true, Tally::Tie},           {5, {3, 1}, true, Tally::Tie},
      {10, {5, 2, 1, 1}, false, Tally::OffByOne}, {10, {5, 2, 1}, false, Tally::Short},
      {6, {4, 2, 2}, true, Tally::TooMany},       {40, {5, 2}, false, Tally::Unrelated},
      {6, {10, 5}, false, Tally::Unrelated},
  };
  for (const Row& row : rows) {
    INFO(row.total << " with " << row.parts.size() << " parts, self " << row.self);
    CHECK(check_sum(team(row.parts, row.self), people(row.total)).tally == row.tally);
  }
  CHECK(check_sum(team({5, 4}, false), people(10, About)).tally == Tally::Tie);
}

TEST_CASE("claim: shares make a hundred, each with its rounding") {
  const auto tally = [](const std::vector<double>& shares) {
    std::vector<Value> values;
    for (const double share : shares) values.push_back(percent(share));
    return check_split(values).tally;
  };
  CHECK(tally({60, 40}) == Tally::Tie);
  CHECK(tally({33, 33, 33}) == Tally::Tie);
  CHECK(tally({75, 25, 15}) == Tally::TooMany);
  CHECK(tally({50, 30}) == Tally::Short);
  CHECK(check_split({percent(62, About), percent(40)}).tally == Tally::Tie);
  CHECK(check_split({percent(65, About), percent(40)}).tally == Tally::TooMany);
}

TEST_CASE("claim: a percentage of few things is a whole number of them") {
  CHECK_FALSE(share_possible(50, 1, 7));
  CHECK(share_possible(33, 1, 9));
  CHECK(share_possible(30, 1, 10));
  CHECK_FALSE(share_possible(27, 1, 6));
}
