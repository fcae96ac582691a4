#include "base/strings.h"
#include "catch.h"
#include "lint/lint.h"

using namespace starlint;

namespace {

const char* const kPack =
    "[pack]\nname = 'mine'\nversion = '1'\n[[family]]\nprefix = 'MINE'\ntag = 'mine'\n";
const char* const kRule =
    "id = 'MINE001'\nname = 'maybe'\nkind = 'phrase'\nlevel = 'note'\nmessage = 'x'\n"
    "[options]\nany = ['maybe']\n[doc]\nwhat = 'What.'\nwhy = 'Why.'\n";
const char* const kUnused =
    "id = 'MINE002'\nname = 'idle'\nkind = 'waiver'\nlevel = 'note'\nmessage = 'unused {text}'\n"
    "[options]\nfault = 'unused'\n[doc]\nwhat = 'What.'\nwhy = 'Why.'\n";

/// Findings by line: "1 3(reason)": open at 1, accepted at 3.
std::string outcome(const std::string& path, const std::string& text) {
  std::vector<Error> errors;
  const auto rules = RuleSet::load(
      {default_pack(), {"mine", {{"p.toml", kPack}, {"a.toml", kRule}, {"b.toml", kUnused}}}},
      errors);
  REQUIRE(rules != nullptr);
  const LintRun run = lint({{{0, path, text}, ""}}, *rules, {});
  std::string out;
  for (const Finding& finding : run.findings) {
    if (rules->info(finding.rule).pack != "mine") continue;
    out += cat(out.empty() ? "" : " ", run.file(0).text.line(finding.where.span.begin));
    if (finding.suppression) out += cat("(", finding.suppression->justification, ")");
    if (finding.message != "x") out += "!";
  }
  return out;
}

}  // namespace

TEST_CASE("lint: a waiver accepts what its block, story or file holds") {
  struct Row {
    const char* path;
    const char* text;
    const char* outcome;
  };
  const Row rows[] = {
      {"a.md", "maybe\n", "1"},
      {"a.md", "<!-- starlint: allow maybe -- why not -->\nmaybe\n\nmaybe\n", "2(why not) 4"},
      {"a.md", "<!-- starlint: allow MINE001 -->\n\n- maybe\n- maybe\n", "3() 4"},
      {"a.md", "It was maybe me. <!-- starlint: allow MINE001 -->\n\nmaybe\n", "1() 3"},
      {"a.md", "maybe\n\n<!-- starlint: allow-file maybe -- all -->\n\nmaybe\n", "1(all) 5(all)"},
      {"a.md", "<!-- starlint: allow maybe -->\nsure\n", "1!"},
      {"a.md", "<!-- starlint: allow MINE -- all of them -->\nmaybe\n", "2(all of them)"},
      {"a.md", "<!-- starlint: allow-file mine -->\nsure\n", "1!"},
      {"a.md", "<!-- starlint: allow maybe, idle -->\nsure\n", "1! 1!"},
      {"a.md", "```\n<!-- starlint: allow-file maybe -->\n```\n\nmaybe\n", "5"},
      {"a.md", "# starlint: allow-file MINE001\n\nmaybe\n", "3"},
      {"a.txt", "# starlint: allow-file MINE001 -- yes\n\nmaybe\n", "3(yes)"},
      {"a.txt", "# starlint: allow maybe -- maybe so\nmaybe\n\nmaybe\n", "2(maybe so) 4"},
      {"a.txt", "sure\n\n  # starlint: allow maybe\n\nmaybe\n\nmaybe\n", "5() 7"},
      {"a.txt", "# starlint: allow maybe\nsure\n", "1!"},
      {"a.org", "# starlint: allow-file maybe -- yes\n\nmaybe\n", "3(yes)"},
      {"a.md", "<!-- starlint: allow maybe\nmaybe\n", "1 2"},
      {"a.md", "<!-- starlint allow-file maybe -->\n\nmaybe\n", "3"},
      {"a.md", "<!-- starlint: allow MAYBE, mine001 -- any case -->\nmaybe\n", "2(any case)"},
      {"a.md", "<!-- starlint: allow-file\n  maybe -->\n\nmaybe\n", "4()"},
      {"a.md",
       "# One\n\n<!-- starlint: allow-story maybe -- s -->\nSituation: maybe.\nAction: I did "
       "maybe.\n"
       "Result: It went up by 5 %.\n\n# Two\n\nSituation: maybe.\nAction: I did it.\nResult: "
       "good.\n",
       "4(s) 5(s) 10"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path, row.text);
    CHECK(outcome(row.path, row.text) == row.outcome);
  }
}
