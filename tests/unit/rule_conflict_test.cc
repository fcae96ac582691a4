// Laws of the rules about facts: a consistent text is silent, one figure changed gives one finding
// at that figure, and neither the form of a figure nor the order of files changes a verdict.
#include "base/strings.h"
#include "catch.h"
#include "lint/lint.h"
#include "unit/default_rules.h"

using namespace starlint;

namespace {

struct Note {
  std::string path;
  std::string text;
  std::string speaker = "me";
};

/// "FACT001 a.md:3" of every finding about facts.
std::vector<std::string> conflicts(const std::vector<Note>& notes,
                                   const RuleSet& set = default_rules()) {
  std::vector<Input> inputs;
  for (const Note& note : notes) {
    inputs.push_back({{0, note.path, note.text}, note.speaker});
  }
  const LintRun run = lint(std::move(inputs), set, {1, false});
  std::vector<std::string> out;
  for (const Finding& finding : run.findings) {
    const RuleInfo& info = set.info(finding.rule);
    if (info.tags.front() != "conflict") continue;
    const FileResult& file = run.file(finding.where.file);
    out.push_back(cat(info.id, " ", file.source.path, ":",
                      std::to_string(file.text.line(finding.where.span.begin))));
  }
  return out;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  return text.replace(text.find(from), from.size(), to);
}

constexpr const char* kConsistent = R"(# The harbour fair

We were a team of nine: four riggers, two cooks, two clerks and myself.

How I spent my time: 50% planning, 30% building, 20% meetings.

The fair was built from 1 March to 31 May 2019. In those three months nobody was hurt.
)";

}  // namespace

TEST_CASE("conflict: a consistent text is silent, one changed figure is one finding there") {
  CHECK(conflicts({{"a.md", kConsistent}}).empty());
  struct Row {
    const char* from;
    const char* to;
    const char* finding;
  };
  const Row rows[] = {
      {"team of nine", "team of eleven", "FACT001 a.md:3"},
      {"four riggers", "six riggers", "FACT001 a.md:3"},
      {"two cooks", "5 cooks", "FACT001 a.md:3"},
      {"50%", "70%", "FACT002 a.md:5"},
      {"20%", "45%", "FACT002 a.md:5"},
      {"three months", "eight months", "FACT006 a.md:7"},
      {"31 May 2019", "31 December 2019", "FACT006 a.md:7"},
  };
  for (const Row& row : rows) {
    INFO(row.to);
    CHECK(conflicts({{"a.md", replaced(kConsistent, row.from, row.to)}}) ==
          std::vector<std::string>{row.finding});
  }
}

TEST_CASE("conflict: digits or words, one unit or another: the same verdict") {
  for (const char* months : {"three months", "3 months", "thirteen weeks", "13 weeks", "92 days"}) {
    INFO(months);
    CHECK(conflicts({{"a.md", replaced(kConsistent, "three months", months)}}).empty());
  }
  for (const char* months : {"eight months", "8 months", "35 weeks", "240 days"}) {
    INFO(months);
    CHECK(conflicts({{"a.md", replaced(kConsistent, "three months", months)}}).size() == 1);
  }
}

TEST_CASE("conflict: two files of one speaker meet in any order, two speakers never") {
  const Note never{"a.md", "I have never led a team.\n"};
  const Note led{"b.md", "In 2018 I managed a crew of four at the harbour.\n"};
  const std::vector<std::string> expected{"FACT004 a.md:1"};
  CHECK(conflicts({never, led}) == expected);
  CHECK(conflicts({led, never}) == expected);
  Note other = led;
  other.speaker = "somebody else";
  CHECK(conflicts({never, other}).empty());
}

TEST_CASE("conflict: the parts of a team in items and rows") {
  const std::string items = "The crew numbered 11 people.\n\n- 4 drivers\n- 3 loaders\n- 4 cooks\n";
  CHECK(conflicts({{"a.md", items}}).empty());
  CHECK(conflicts({{"a.md", replaced(items, "4 cooks", "6 cooks")}}).size() == 1);
  const std::string table =
      "Who was in the group:\n\n| who | people |\n|---|---|\n| smiths | 3 |\n| joiners | 4 |\n\n"
      "That is seven in all.\n";
  CHECK(conflicts({{"a.md", table}}).empty());
  CHECK(conflicts({{"a.md", replaced(table, "seven", "nine")}}).size() == 1);
}

TEST_CASE("conflict: a pack of one's own adds an attribute, its phrases and a rule over it") {
  constexpr const char* kManifest =
      "[pack]\nname = 'mine'\nversion = '1'\n"
      "[[family]]\nprefix = 'BEDS'\ntag = 'conflict'\nsummary = 's'\n";
  constexpr const char* kClaims =
      "claims = 'en'\n[[attribute]]\nname = 'ward.beds'\nlabel = 'beds'\ncounting = 'exact'\n"
      "[[claim]]\nattribute = 'ward.beds'\nphrases = ['ward (had|has|with) {count} beds']\n";
  constexpr const char* kRule =
      "id = 'BEDS001'\nname = 'beds'\nkind = 'drift'\nlevel = 'warning'\nsince = '0.1.0'\n"
      "[messages]\nconflict = '{attribute}: {said} and {other}'\nplace = '{text}'\n"
      "[options]\nattributes = ['ward.beds']\n[doc]\nwhat = 'w'\nwhy = 'y'\n";
  std::vector<Error> errors;
  const auto set = RuleSet::load(
      {default_pack(),
       {"mine", {{"pack.toml", kManifest}, {"beds.toml", kClaims}, {"rule.toml", kRule}}}},
      errors);
  for (const Error& error : errors) UNSCOPED_INFO(error.message);
  REQUIRE(set != nullptr);
  const std::string notes = "# Nights\n\nThe ward had 28 beds. In spring the ward had 24 beds.\n";
  CHECK(conflicts({{"a.md", notes}}, *set) == std::vector<std::string>{"BEDS001 a.md:3"});
  CHECK(conflicts({{"a.md", replaced(notes, "24", "twenty-eight")}}, *set).empty());
}

TEST_CASE("conflict: newer kinds, a bad line and its right twin") {
  struct Row {
    const char* rule;
    const char* text;
    const char* wrong;
    const char* right;
  };
  const Row rows[] = {
      // announced: in the items below, in the sentence
      {"FACT012", "I took @ steps:\n\n- I rang the mill.\n- I drew a plan.\n- I went there.\n",
       "four", "three"},
      {"FACT012", "I had @ priorities: safety, quality and price.\n", "four", "three"},
      {"FACT012", "We had @ rules: knock first, write it down, and call early.\n", "two", "three"},
      {"FACT012", "There were @ reasons: price, and the mill that we knew.\n", "two", "five"},
      // employment: told beginnings and stays against the dated post
      {"FACT013",
       "## Work\n\n- Clerk, Tidewater Mills, 2016 - 2020\n- Clerk, Marl Ferries, 2012 - 2015\n\n## "
       "Story\n\nI joined Tidewater Mills in @.\n",
       "2013", "2016"},
      {"FACT013",
       "## Work\n\n- Clerk, Tidewater Mills, 2016 - 2020\n- Clerk, Marl Ferries, 2012 - 2015\n\n## "
       "Story\n\nI spent @ at Tidewater Mills.\n",
       "nine years", "four years"},
      // reuse: one win at two employers
      {"FACT016",
       "## Tidewater Mills\n\nAt Tidewater Mills I cut the repair of a sieve from 14 days to 3 by "
       "buying spare frames.\n\n## Osier Works\n\nAt Osier Works I cut the repair of a sieve from "
       "@ "
       "by buying spare frames.\n",
       "14 days to 3", "20 days to 6"},
      // drift: a share, a rhythm, a limit
      {"FACT017",
       "### Project: Lock gate\n\n**Split:** 80% coding, 20% leading\n\n**Hard:** On Lock gate I "
       "led "
       "for @ of my time.\n",
       "60%", "20%"},
      {"FACT019",
       "A Ferrybox job may run for at most 10 minutes.\n\nFerrybox stops everything after @.\n",
       "an hour", "10 minutes"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const bool aside = std::string_view(row.text).find("that we knew") != std::string_view::npos;
    const auto wrong = conflicts({{"a.md", replaced(row.text, "@", row.wrong)}});
    CHECK((wrong.size() == 1 && wrong.front().starts_with(row.rule)) != aside);
    CHECK(conflicts({{"a.md", replaced(row.text, "@", row.right)}}).empty());
  }
}

TEST_CASE("conflict: a figure told again, and what sets two figures apart") {
  constexpr const char* kStories =
      "## The ferry\n\n**Situation:** At the ferry desk travellers waited @ for a ticket.\n\n"
      "**Task:** I had to halve that.\n\n**Action:** I put up a second desk.\n\n"
      "**Result:** By May it was nine minutes.\n\n"
      "## The angry father\n\n**Situation:** #\n\n**Task:** I had to calm him.\n\n"
      "**Action:** I took him aside.\n\n**Result:** He wrote to thank us.\n";
  struct Row {
    const char* first;
    const char* second;
    std::size_t findings;
  };
  const Row rows[] = {
      {"35 minutes", "A traveller had waited 20 minutes for his ticket at the ferry desk.", 1},
      {"20 minutes", "A traveller had waited 20 minutes for his ticket at the ferry desk.", 0},
      {"about 20 minutes", "A traveller had waited 19 minutes for his ticket at the ferry desk.",
       0},
      {"35 minutes", "A traveller had waited 20 seconds for his breath at the ferry desk.", 0},
      {"35 minutes on Fridays",
       "On Sundays travellers waited 20 minutes for a ticket at the ferry desk.", 0},
      {"35 minutes in 2018", "In 2021 travellers waited 20 minutes for a ticket at the ferry desk.",
       0},
      {"35 minutes", "Travellers now waited 9 minutes for a ticket at the ferry desk.", 0},
  };
  for (const Row& row : rows) {
    INFO(row.first << " / " << row.second);
    const std::string text = replaced(replaced(kStories, "@", row.first), "#", row.second);
    CHECK(conflicts({{"a.md", text}}).size() == row.findings);
  }
}

TEST_CASE("conflict: a ledger gives one project its names, and its facts hold against the notes") {
  const Note ledger{"starlint.toml", R"([[project]]
name = "Night ferry"
aliases = ["boat by night"]
facts = ["Our crew of nine sailed it."]
)"};
  const Note short_version{"a.md", R"(## The night ferry

I was on the night ferry in 2019. We were a crew of nine and lost no passenger.
)"};
  const Note long_version{"b.md", R"(## A long night

**Situation:** In 2019 our boat by night had a crew of seven.

**Task:** I had to keep the kitchen open.

**Action:** I cooked twice.

**Result:** Everybody ate.
)"};
  CHECK(conflicts({short_version, long_version}).empty());
  CHECK(conflicts({short_version, long_version, ledger}).size() == 1);
  CHECK(conflicts({long_version, ledger}).size() == 1);
  CHECK(conflicts({short_version, ledger}).empty());
  CHECK(conflicts({long_version, {ledger.path, ledger.text, "somebody else"}}).empty());
}

TEST_CASE("conflict: two names of one employer are no second job") {
  const Note resume{"resume.json", R"({"basics": {}, "work": [
  {"name": "Larch Yard", "position": "Foreman", "startDate": "2015-03", "endDate": "2019-08"},
  {"name": "Alder Works", "position": "Site manager", "startDate": "2017-01", "endDate": "2021-02"}
]})"};
  const Note ledger{"starlint.toml", R"([[employer]]
name = "Alder Works"
aliases = ["Larch Yard"]
)"};
  CHECK(conflicts({resume}) == std::vector<std::string>{"FACT008 resume.json:3"});
  CHECK(conflicts({resume, ledger}).empty());
}

TEST_CASE("conflict: a note is held against the résumé") {
  const Note resume{"resume.json", R"({"basics": {}, "work": [
  {"name": "Larch Yard", "position": "Foreman", "startDate": "2015-03", "endDate": "2019-08",
   "highlights": ["Led a crew of nine at the Larch Yard."]}
]})"};
  const auto told = [](const char* years) {
    return Note{"a.md", cat("I was foreman at Larch Yard for ", years, " years and liked it.\n")};
  };
  CHECK(conflicts({resume, told("four")}).empty());
  CHECK(conflicts({resume, told("nine")}).size() == 1);
}
