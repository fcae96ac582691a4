#include "claim/grammar/values.h"

#include "grammar_lexicon.h"

namespace starlint {
namespace {

struct Row {
  std::string_view text;
  std::string_view values;  // "[span] described", one after the other
};

std::string read_all(std::string_view text) {
  std::string out;
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  for (const Typed& typed : read_values(text, all, english())) {
    if (!out.empty()) out += "; ";
    out += "[" + std::string(text.substr(typed.span.begin, typed.span.size())) + "] " +
           std::string(name_of(typed.value.kind)) + "{" + describe(typed.value) + "}";
  }
  return out;
}

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(read_all(row.text) == row.values);
  }
}

TEST_CASE("claim: numbers in digits") {
  check({
      {"we had 4,812 tables", "[4,812] cardinal{4812}"},
      {"some 12,34,567 rows", "[12,34,567] cardinal{about 1234567}"},
      {"a ratio of .25 is low", "[.25] cardinal{0.25}"},
      {"it went to -7 at once", "[-7] cardinal{-7}"},
      {"7k users and 3M rows", "[7k] cardinal{7000}; [3M] cardinal{3000000}"},
      {"2.5e-3 is the rate", "[2.5e-3] cardinal{0.0025}"},
      {"18 millions records", "[18 millions] cardinal{18000000}"},
      {"10^6 events", "[10^6] cardinal{1000000}"},
      {"every fifth invoice", "[every fifth] cardinal{0.2}"},
      {"every fifth day", ""},
      {"1/4 of 2 1/2", "[1/4] cardinal{0.25}; [2 1/2] cardinal{2.5}"},
      {"a 60/40 split", "[60] cardinal{60}; [40] cardinal{40}"},
  });
}

TEST_CASE("claim: numbers in words") {
  check({
      {"forty-one people", "[forty-one] cardinal{41}"},
      {"sixty - three", "[sixty - three] cardinal{63}"},
      {"two hundred and seven", "[two hundred and seven] cardinal{207}"},
      {"six  million  and  eleven", "[six  million  and  eleven] cardinal{6000011}"},
      {"nine hundred and two thousand and six",
       "[nine hundred and two thousand and six] cardinal{902006}"},
      {"four and a quarter", "[four and a quarter] cardinal{4.25}"},
      {"half a million rows", "[half a million] cardinal{500000}"},
      {"a quarter of a million rows", "[a quarter of a million] cardinal{250000}"},
      {"three quarters of the day", "[three quarters] cardinal{0.75}"},
      {"one and a half million", "[one and a half million] cardinal{1500000}"},
      {"a hundred", "[a hundred] cardinal{100}"},
      {"minus six point two five", "[minus six point two five] cardinal{-6.25}"},
      {"three dozens of files", "[three dozens] cardinal{36}"},
      {"two thirds of it", "[two thirds] cardinal{0.666667}"},
      {"6 thousand 2 hundred and 50", "[6 thousand 2 hundred and 50] cardinal{6250}"},
      {"8000 7 hundred", "[8000] cardinal{8000}; [7 hundred] cardinal{700}"},
  });
}

TEST_CASE("claim: what is no number") {
  check({
      {"EC2, S3 and Route53 in python2", ""},
      {"the first one, then that one", ""},
      {"one-to-many, and one's own", ""},
      {"version 3 of Python 3.6", ""},
      {"pinned at 3.0.2", ""},
      {"see https://example.org/a?b=40%25", ""},
      {"run `sleep 30` here", ""},
      {"1. do it\n2) again", ""},
      {"we met at 6pm and 10:30", ""},
      {"call 555-123-4567", ""},
      {"the 3rd and 21st time", ""},
      {"B+ tree, s3 bucket", ""},
      {"Week 1-2, Sprint 14, Round 2", ""},
      {"a second look at it", ""},
  });
}

TEST_CASE("claim: percentages") {
  check({
      {"cut latency by 40%", "[40%] percent{40}"},
      {"cut cost 8-12%", "[8-12%] percent{8..12}"},
      {"thirty per cent of it", "[thirty per cent] percent{30}"},
      {"about 2.5 %", "[2.5 %] percent{about 2.5}"},
      {"grew 4 percentage points", "[4 percentage points] percent{4 point}"},
      {"hit ratio (>95%)", "[95%] percent{over 95}"},
      {"over 90%", "[90%] percent{over 90}"},
      {"three nines", "[three nines] percent{99.9}"},
      {"we held 4 9's", "[4 9's] percent{99.99}"},
  });
}

TEST_CASE("claim: ranges and bounds of bare numbers") {
  check({
      {"between 12 and 15 engineers", "[between 12 and 15] range{12..15}"},
      {"70-85 tags", "[70-85] range{70..85}"},
      {"3 to 5 services", "[3 to 5] range{3..5}"},
      {"more than 40 hosts", "[more than 40] range{over 40}"},
      {"30+ systems", "[30+] range{at-least 30}"},
      {"at least 4 reviewers", "[at least 4] range{at-least 4}"},
      {"up to 6 hosts", "[up to 6] range{at-most 6}"},
      {"above 10 and below 20", "[above 10 and below 20] range{10..20}"},
      {"about 50 hosts", "[50] cardinal{about 50}"},
      {"a couple of hosts", "[a couple of] range{2..3}"},
      {"grew from 4 to 9 people", "[4] cardinal{4}; [9] cardinal{9}"},
      {"5-10 million rows", "[5-10 million] range{5000000..10000000}"},
  });
}

TEST_CASE("claim: money") {
  check({
      {"saved $1.2M a year", "[$1.2M] money{1200000 USD}"},
      {"the $300K outage report", "[$300K] money{300000 USD}"},
      {"saved €5m", "[€5m] money{5000000 EUR}"},
      {"12 lakh rupees", "[12 lakh rupees] money{1200000 INR}"},
      {"18 LPA", "[18 LPA] money{1800000 INR}"},
      {"EUR 250 a day", "[EUR 250] money{250 EUR}"},
      {"over 20 million dollars", "[20 million dollars] money{over 20000000 USD}"},
      {"seven dollars and 20 cents", "[seven dollars and 20 cents] money{7.2 USD}"},
      {"$3-4 million", "[$3-4 million] money{3000000..4000000 USD}"},
  });
}

TEST_CASE("claim: quantities") {
  check({
      {"in 150ms", "[150ms] duration{0.15}"},
      {"1.5 GB of logs", "[1.5 GB] quantity{1.5 gigabyte}"},
      {"a 64-bit build", "[64-bit] quantity{64 bit}"},
      {"at 120 miles an hour", "[120 miles an hour] quantity{120 mile per hour}"},
      {"3x faster", "[3x] quantity{3 fold}"},
  });
}

TEST_CASE("claim: durations and ages") {
  check({
      {"it took 3 and a half hours", "[3 and a half hours] duration{12600}"},
      {"850ms -> 120ms", "[850ms] duration{0.85}; [120ms] duration{0.12}"},
      {"in 2h50m", "[2h50m] duration{10200}"},
      {"waited 4 minutes 30.", "[4 minutes 30] duration{270}"},
      {"from 1 hour 20 to 45 minutes", "[1 hour 20] duration{4800}; [45 minutes] duration{2700}"},
      {"10 minutes 30 people", "[10 minutes] duration{600}; [30] cardinal{30}"},
      {"for an hour and a half", "[an hour and a half] duration{5400}"},
      {"1 year, 3 months", "[1 year, 3 months] duration{39312000}"},
      {"it took around 3 hours", "[3 hours] duration{about 10800}"},
      {"10+ years of Java", "[10+ years] duration{at-least 315360000}"},
      {"2-3 weeks", "[2-3 weeks] duration{1209600..1814400}"},
      {"several days", "[several days] duration{259200..777600}"},
      {"another week", "[another week] duration{604800}"},
      {"half an hour", "[half an hour] duration{1800}"},
      {"three quarters of an hour", "[three quarters of an hour] duration{2700}"},
      {"three weeks ago", ""},
      {"in the past 2 years", ""},
      {"for the past 2 years", "[2 years] duration{63072000}"},
      {"he is 41 years old", "[41 years old] age{41 year}"},
      {"a 6-month-old repository", "[6-month-old] age{6 month}"},
  });
}

TEST_CASE("claim: dates") {
  check({
      {"on 03/14/2019", "[03/14/2019] date{2019-03-14}"},
      {"on 2019-03-14.", "[2019-03-14] date{2019-03-14}"},
      {"on 14.3.2019", "[14.3.2019] date{2019-03-14}"},
      {"on the 5th of May, 2020", "[5th of May, 2020] date{2020-05-05}"},
      {"Tuesday, March 3rd 2020", "[Tuesday, March 3rd 2020] date{2020-03-03}"},
      {"on 2019-02-30", ""},
      {"on 12 June", ""},
      {"2018-05-06T10:00", "[2018-05-06] date{2018-05-06}"},
      {"three years after 2/1/2016", "[three years after 2/1/2016] date{2019-02-01}"},
      {"ticket 77-12-03-1999", ""},
  });
}

TEST_CASE("claim: times told by what everybody remembers") {
  check({
      {"it was the year of the London Olympics",
       "[the year of the London Olympics] interval{2012-01-01..2013-01-01}"},
      {"in the summer of the World Cup in South Africa",
       "[summer of the World Cup in South Africa] interval{2010-06-01..2010-09-01}"},
      {"in the spring before the pandemic", "[before the pandemic] interval{..2020-03-01}"},
      {"we watched the London Olympics", ""},
      {"a 2022 with many guests", "[2022] interval{2022-01-01..2023-01-01}"},
  });
}

TEST_CASE("claim: intervals end on the day behind their last") {
  check({
      {"Jan 2019 – Dec 2020", "[Jan 2019 – Dec 2020] interval{2019-01-01..2021-01-01}"},
      {"2014 to 2018", "[2014 to 2018] interval{2014-01-01..2019-01-01}"},
      {"2017-19", "[2017-19] interval{2017-01-01..2020-01-01}"},
      {"since 2018", "[since 2018] interval{2018-01-01..}"},
      {"after 2016", "[after 2016] interval{2017-01-01..}"},
      {"before March 2017", "[before March 2017] interval{..2017-03-01}"},
      {"Mar 2021 - present", "[Mar 2021 - present] interval{2021-03-01..}"},
      {"04.2016 - 09.2019", "[04.2016 - 09.2019] interval{2016-04-01..2019-10-01}"},
      {"the score for 2022 was 61", "[2022] interval{2022-01-01..2023-01-01}; [61] cardinal{61}"},
      {"in the year 2013", "[2013] interval{2013-01-01..2014-01-01}"},
      {"in March 2021", "[March 2021] interval{2021-03-01..2021-04-01}"},
      {"Feb '21", "[Feb '21] interval{2021-02-01..2021-03-01}"},
      {"Q3 2023", "[Q3 2023] interval{2023-07-01..2023-10-01}"},
      {"the second half of 2022", "[second half of 2022] interval{2022-07-01..2023-01-01}"},
      {"FY2022", "[FY2022] interval{2022-01-01..2023-01-01}"},
      {"mid-2019", "[mid-2019] interval{2019-05-01..2019-09-01}"},
      {"at the end of 2016", "[end of 2016] interval{2016-09-01..2017-01-01}"},
      {"summer of 2019", "[summer of 2019] interval{2019-06-01..2019-09-01}"},
      {"in the 1990s", "[the 1990s] interval{1990-01-01..2000-01-01}"},
      {"from Oct to March 2018", "[from Oct to March 2018] interval{2017-10-01..2018-04-01}"},
      {"June 3-9, 2018", "[June 3-9, 2018] interval{2018-06-03..2018-06-10}"},
      {"in 2018 and 2019 the",
       "[2018] interval{2018-01-01..2019-01-01}; [2019] interval{2019-01-01..2020-01-01}"},
      {"in 2018, 2019 and 2021",
       "[2018] interval{2018-01-01..2019-01-01}; [2019] interval{2019-01-01..2020-01-01}; [2021] "
       "interval{2021-01-01..2022-01-01}"},
      {"with 2018 and 2019 people", "[2018] cardinal{2018}; [2019] cardinal{2019}"},
      {"with 2019 people", "[2019] cardinal{2019}"},
      {"during Q3", ""},
  });
}

TEST_CASE("claim: values of any text stand in order, inside it, and apart") {
  static constexpr std::string_view kParts[] = {"about ",
                                                "5",
                                                "-",
                                                "end of ",
                                                "Mon, ",
                                                "2019",
                                                "/",
                                                "Jan ",
                                                "$ ",
                                                "million",
                                                " ",
                                                "1,234",
                                                "half ",
                                                "and ",
                                                "between ",
                                                "a ",
                                                "quarter ",
                                                "of ",
                                                "%",
                                                "9s ",
                                                "days ",
                                                "\n\n",
                                                "`",
                                                "since ",
                                                "\xE2\x80\x93",
                                                "one ",
                                                "to ",
                                                "or more ",
                                                "3.5",
                                                "^",
                                                "km",
                                                "ago ",
                                                "the ",
                                                "\xF0\x9F\x98\x80",
                                                "x",
                                                "minus "};
  std::uint32_t state = 12345;
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (int i = 0; i < 14; ++i) {
      state = state * 1664525U + 1013904223U;
      text += kParts[(state >> 16U) % std::size(kParts)];
    }
    INFO(text);
    std::uint32_t end = 0;
    for (const Typed& typed :
         read_values(text, {0, static_cast<std::uint32_t>(text.size())}, english())) {
      REQUIRE(typed.span.begin >= end);
      REQUIRE(typed.span.begin < typed.span.end);
      REQUIRE(typed.span.end <= text.size());
      REQUIRE(typed.value.low <= typed.value.high);
      for (const BareNumber& number : typed.numbers) REQUIRE(typed.span.contains(number.span));
      end = typed.span.end;
    }
  }
}

TEST_CASE("claim: long runs of what could begin a value are read in linear time") {
  for (const std::string_view part : {"about ", "end of ", "Mon, ", "1-", "1.", "five ", "million ",
                                      "between ", "a half ", "$", "`", "point five ", "1,"}) {
    std::string text;
    while (text.size() < 400000) text += part;
    INFO(part);
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    CHECK(read_values(text, all, english()).size() <= text.size() / 2);
  }
}

}  // namespace
}  // namespace starlint
