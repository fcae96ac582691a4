#include "catch.h"
#include "lint/lint.h"
#include "report/report.h"
#include "rule/rule_set.h"

using namespace starlint;

namespace {

std::string ledger(std::vector<Source> sources, unsigned width = 100) {
  std::vector<Error> errors;
  const std::unique_ptr<RuleSet> rules = RuleSet::load({default_pack()}, errors);
  std::vector<Input> inputs;
  for (Source& source : sources) inputs.push_back({std::move(source), "me"});
  const LintRun run = lint(std::move(inputs), *rules, {1, false});
  ReportOptions options;
  options.width = width;
  std::string out;
  write_facts_text(run, options, out);
  return out;
}

}  // namespace

TEST_CASE("facts: a ledger by project, with what adds up and what does not") {
  CHECK(ledger({{0, "fair.md",
                 "# The harbour fair\n\nWe were a team of five: three riggers, a cook and myself.\n"
                 "\nHow I spent my time: 70% planning, 20% building, 20% meetings.\n"},
                {1, "mill.md", "# The mill\n\nNothing was counted.\n"}}) ==
        R"(fair.md
  people in a role  three (rigger)  fair.md:3  ✓ adds up
  people in a role  a cook          fair.md:3  ✓ adds up
  people in a role  myself          fair.md:3  ✓ adds up
  share of time     70%             fair.md:5  conflict FACT002
  share of time     20%             fair.md:5  conflict FACT002
  share of time     20%             fair.md:5  conflict FACT002
  team size         five            fair.md:3  ✓ adds up

7 facts, 3 disputed, in 2 files.
)");
}

TEST_CASE("facts: on a narrow terminal the place stands under the fact") {
  CHECK(ledger({{0, "notes/of-last-year/fair.md", "We were a team of five at the harbour fair.\n"}},
               40) == R"(notes/of-last-year/fair.md
  team size  five
      notes/of-last-year/fair.md:1

1 fact, 0 disputed, in 1 file.
)");
}

TEST_CASE("facts: notes without facts have an empty ledger") {
  CHECK(ledger({{0, "mill.md", "Nothing was counted.\n"}}) == "0 facts, 0 disputed, in 1 file.\n");
}
