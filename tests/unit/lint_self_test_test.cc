#include "base/strings.h"
#include "catch.h"
#include "lint/self_test.h"

using namespace starlint;

namespace {

const char* const kManifest =
    "[pack]\nname = 'mine'\nversion = '1'\n[[family]]\nprefix = 'VOICE'\ntag = 'voice'\n";

/// What a rule that finds "maybe" says of its examples: of the load, or of the self-test.
std::string outcome(const std::string& tests) {
  const std::string rule = cat(
      "id = 'VOICE900'\nname = 'maybe'\nkind = 'phrase'\nlevel = 'note'\nmessage = \"'{text}'\"\n"
      "[options]\nany = ['maybe']\n[doc]\nwhat = 'Maybe.'\nwhy = 'Why.'\n",
      tests);
  std::vector<Error> errors;
  const auto rules = RuleSet::load({{"mine", {{"p.toml", kManifest}, {"r.toml", rule}}}}, errors);
  if (rules != nullptr) errors = test_rules(*rules, 2);
  std::string out;
  for (const Error& error : errors) out += error.describe() + "\n";
  return out;
}

const std::string kGood = "[[test]]\ngood = 'Surely.'\n";
const std::string kBad = "[[test]]\nbad = 'It was maybe me. <!-- expect: VOICE900 -->'\n";

}  // namespace

TEST_CASE("lint: a rule's examples must be there and must hold") {
  struct Row {
    std::string tests;
    const char* outcome;
  };
  const Row rows[] = {
      {kGood + kBad, ""},
      {"bad = 'It was maybe me.'\ninstead = 'It was me.'\n" + kGood + kBad, ""},
      {"bad = 'It was me.'\ninstead = 'Maybe.'\n" + kGood + kBad,
       "r.toml: VOICE900 maybe: does not find its own [doc] bad: It was me.\n"
       "  a text that is no whole note needs … or brackets around it\n"
       "r.toml: VOICE900 maybe: finds something in its own [doc] instead: Maybe.\n"
       "  a text that is no whole note needs … or brackets around it\n"},
      {"bad = '… me.'\ninstead = '(maybe)'\n" + kGood + kBad, ""},
      {kBad, "r.toml: VOICE900 maybe: has no good example\n  add [[test]] with good = \"…\"\n"},
      {kGood, "r.toml: VOICE900 maybe: has no bad example\n  add [[test]] with bad = \"…\"\n"},
      {kGood + kBad + "[[test]]\nbad = '''\nSurely. <!-- expect: VOICE900 -->\n\nMaybe.\n'''\n",
       "r.toml:15: VOICE900 maybe: found where no mark is: notes.md:3: 'Maybe'\n"
       "r.toml:15: VOICE900 maybe: not found: notes.md:1\n"},
      {kGood + kBad + "[[test]]\npath = 'a.txt'\ngood = 'Maybe.'\n",
       "r.toml:15: VOICE900 maybe: a good example is not silent: a.txt:1: note[VOICE900]: "
       "'Maybe'\n"},
      {kGood + "[[test]]\n[test.files]\n'b.md' = 'Surely.'\n"
               "'a.txt' = \"Surely.\\n\\nMaybe. <!-- expect: VOICE900 -->\"\n",
       ""},
      {kGood + "[[test]]\nbytes = '6d 61 79 62 65 0A'\nlines = [1]\n", ""},
      {kGood + "[[test]]\nbytes = '6d 61 7'\n",
       "r.toml:14:9: 'bytes' must be pairs of hexadecimal digits\n"},
      {kGood + "[[test]]\nbad = 'maybe'\n",
       "r.toml:14:7: a bad example marks no line\n  write <!-- expect: VOICE900 --> at the end of "
       "the line that must be found\n"},
      {kGood + "[[test]]\nbad = 'maybe <!-- expect: VOICE901 -->'\n",
       "r.toml:14:7: a mark expects 'VOICE901' here\n  write <!-- expect: VOICE900 -->\n"},
  };
  for (const Row& row : rows) CHECK(outcome(row.tests) == row.outcome);
}

TEST_CASE("lint: only the rules asked for are tested, and each is counted") {
  const char* const rule =
      "kind = 'phrase'\nlevel = 'note'\nmessage = \"'{text}'\"\n[options]\nany = ['maybe']\n"
      "[doc]\nwhat = 'Maybe.'\nwhy = 'Why.'\n";
  std::vector<Error> errors;
  const auto rules = RuleSet::load({{"mine",
                                     {{"p.toml", kManifest},
                                      {"a.toml", cat("id = 'VOICE900'\nname = 'one'\n", rule)},
                                      {"b.toml", cat("id = 'VOICE901'\nname = 'two'\n", rule)}}}},
                                   errors);
  REQUIRE(rules != nullptr);
  std::vector<std::size_t> told;
  errors = test_rules(*rules, {1}, 2, [&](std::size_t done) { told.push_back(done); });
  CHECK(told == std::vector<std::size_t>{1});
  REQUIRE(errors.size() == 2);
  for (const Error& error : errors) CHECK(error.path == "b.toml");
}
