#include "metric/reckoning.h"

#include "base/strings.h"
#include "catch.h"
#include "metric/dimension.h"
#include "unit/default_rules.h"

using namespace starlint;

namespace {

const ClaimVocabulary& vocabulary() { return default_rules().claims(); }

std::vector<Passage> passages_of(const std::string& notes) {
  const Text text = Text::decode(notes);
  return read_passages(text, read_outline(text, NoteFormat::Markdown), vocabulary().lexicon);
}

/// "five vans; eleven drops /van /86400": what each figure counts, and of how much it is told.
std::string quantities(const std::string& notes) {
  const std::vector<Passage> passages = passages_of(notes);
  std::vector<std::string> out;
  for (const Quantity& one :
       read_quantities(passages.front(), 0, default_rules().metrics().reckoning())) {
    const Typed& typed = passages.front().values[one.figure.value];
    std::string line = notes.substr(typed.span.begin, typed.span.size());
    if (!one.noun.empty()) line += cat(" ", one.noun);
    for (const Per& per : one.per) {
      line +=
          per.seconds > 0 ? cat(" /", decimal(per.seconds, 0)) : cat(" /", join(per.nouns, "|"));
    }
    out.push_back(std::move(line));
  }
  return join(out, "; ");
}

/// "55..55 < 'five', 'eleven'": what the figures give for each claim that does not follow.
std::string wrong_results(const std::string& notes) {
  const Text text = Text::decode(notes);
  const Outline outline = read_outline(text, NoteFormat::Markdown);
  const Metrics metrics =
      read_metrics(text, outline, {}, vocabulary().lexicon, default_rules().metrics());
  std::vector<std::string> out;
  for (const WrongResult& wrong : metrics.wrong_results) {
    std::vector<std::string> terms;
    for (const Figure& term : wrong.terms) terms.emplace_back(text.slice(metrics.place(term)));
    out.push_back(cat(text.slice(metrics.place(wrong.claimed)), " < ", join(terms, ", ")));
  }
  return join(out, "; ");
}

}  // namespace

TEST_CASE("reckoning: periods in a longer one, work and rest taken into account") {
  struct Row {
    double longer, shorter, low, high;
  };
  const Row rows[] = {
      {60, 1, 60, 60},
      {3600, 60, 60, 60},
      {86400, 3600, 6, 24},
      {604800, 86400, 5, 7},
      {2592000, 86400, 18, 31},
      {31536000, 604800, 40, 53},
      {31536000, 2592000, 12, 12},
      {31536000, 7776000, 4, 4},
      {604800, 604800, 1, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.longer, row.shorter);
    const Extent count = periods_in(row.longer, row.shorter);
    CHECK(count.low == row.low);
    CHECK(count.high == row.high);
    // The other way round it is one part of it.
    CHECK(meet(periods_in(row.shorter, row.longer) * count, Extent::exactly(1)));
  }
}

TEST_CASE("reckoning: what a figure counts, and of how much it is told") {
  struct Row {
    const char* notes;
    const char* quantities;
  };
  const Row rows[] = {
      {"We sold 320 tickets at 15 euros apiece.", "320 tickets; 15 euros /"},
      {"Each of our five vans makes eleven drops a day.", "five vans; eleven drops /86400 /vans"},
      {"Three visits to each farm.", "Three visits /farm"},
      {"It turns out 40 bottles a minute.", "40 bottles /60"},
      {"Twelve classes of 28 pupils.", "Twelve classes; 28 pupils /classes"},
      {"49 passed.", "49"},
  };
  for (const Row& row : rows) {
    INFO(row.notes);
    CHECK(quantities(row.notes) == row.quantities);
  }
}

TEST_CASE("reckoning: a figure that does not follow, and one that does") {
  struct Row {
    const char* wrong;
    const char* terms;
    const char* right;
  };
  const Row rows[] = {
      {"Each of our six boats lands nine crates a day, which puts us at 70 crates daily.",
       "70 < six, nine",
       "Each of our six boats lands nine crates a day, which puts us at 54 crates daily."},
      {"We moved 2,400 files in three hours, in other words 1,200 files an hour.",
       "1,200 < 2,400, three hours",
       "We moved 2,400 files in three hours, in other words 800 files an hour."},
      {"The stall took £410, the cafe £370 and the raffle £290. Together that is £1,230.",
       "£1,230 < £410, £370, £290",
       "The stall took £410, the cafe £370 and the raffle £290. Together that is £1,070."},
      {"We started with 310 open orders, closed 245 of them and were left with 95.",
       "95 < 310, 245",
       "We started with 310 open orders, closed 245 of them and were left with 65."},
      {"I rang 40 former members. Fourteen came back. That is 45 per cent.",
       "45 per cent < Fourteen, 40",
       "I rang 40 former members. Fourteen came back. That is 35 per cent."},
      {"In 2021 the lab system had an uptime of 99.9 %, with 30 hours of downtime.",
       "30 hours < 99.9 %",
       "In 2021 the lab system had an uptime of 99.9 %, with 8 hours of downtime."},
      {"I earned 18 euros an hour for 35 hours a week, which makes 900 euros a week.",
       "900 euros < 18 euros, 35 hours",
       "I earned 18 euros an hour for 35 hours a week, which makes 630 euros a week."},
      {"Nine guests came from Oslo, a dozen from Bergen, six from Bodo. Thirty-one guests then.",
       "Thirty-one < Nine, a dozen, six",
       "Nine guests came from Oslo, a dozen from Bergen, six from Bodo. Twenty-seven guests then."},
      {"The meadow has two hectares, that is 2,000 square metres.",
       "2,000 square metres < two hectares",
       "The meadow has two hectares, that is 20,000 square metres."},
  };
  for (const Row& row : rows) {
    INFO(row.wrong);
    CHECK(wrong_results(row.wrong) == row.terms);
    CHECK(wrong_results(row.right).empty());
  }
}

TEST_CASE("reckoning: no word that it follows, another unit or more than one reading is silence") {
  for (const char* notes :
       {"We had 12 nurses on 3 wards and 5 doctors.", "Of the 60 visitors 40 spoke English.",
        "Each van holds 12 crates. Would six vans hold 90 crates?",
        "The team of five met 12 customers, so 3 contracts were signed."}) {
    INFO(notes);
    CHECK(wrong_results(notes).empty());
  }
}
