#include "catch.h"
#include "lint/lint.h"
#include "rule/kind.h"
#include "rule/kind/finding_key.h"
#include "rule/rule_set.h"

using namespace starlint;

namespace {

const char* const kManifest =
    "[pack]\nname = 'mine'\nversion = '1'\n[[family]]\nprefix = 'VOICE'\ntag = 'voice'\n";

/// The errors of a pack with one rule file, one a line.
std::string errors_of(const std::string& rule) {
  std::vector<Error> errors;
  RuleSet::load({{"mine", {{"pack.toml", kManifest}, {"rule.toml", rule}}}}, errors);
  std::string out;
  for (const Error& error : errors) out += error.describe() + "\n";
  return out;
}

const std::string kRule =
    "id = 'VOICE900'\nname = 'some-words'\nkind = 'phrase'\nlevel = 'note'\nmessage = "
    "\"'{text}'\"\n"
    "[options]\nany = ['some']\n[doc]\nwhat = 'Some.'\nwhy = 'Why.'\n";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("rule: the default pack loads") {
  std::vector<Error> errors;
  const auto rules = RuleSet::load({default_pack()}, errors);
  for (const Error& error : errors) UNSCOPED_INFO(error.describe());
  REQUIRE(rules != nullptr);
  CHECK(rules->packs().front().name == "default");
}

TEST_CASE("rule: a broken pack says where and what to write instead") {
  CHECK(errors_of(kRule).empty());
  struct Row {
    const char* from;
    const char* to;
    const char* error;
  };
  const Row rows[] = {
      {"id = ", "idd = ",
       "rule.toml:1:1: nothing says what this file is\n  a rule has an id, a pack's manifest a "
       "[pack]; words begin with claims, metrics, expressions, language, competencies, drill or "
       "framework\n"},
      {"level = 'note'", "levl = 'note'",
       "rule.toml:4:1: unknown key 'levl'\n  did you mean 'level'?\n"},
      {"'phrase'", "'phrases'",
       "rule.toml:3:8: unknown kind 'phrases'\n  did you mean 'phrase'?\n"},
      {"any = ", "anny = ", "rule.toml:7:1: unknown key 'anny'\n  did you mean 'any'?\n"},
      {"['some']", "['so(me']",
       "rule.toml:7:7: not a usable regular expression: missing ): so(me\n"},
      {"{text}", "{txt}",
       "rule.toml:5:11: kind 'phrase' fills no placeholder '{txt}'\n  it fills: {text}, {count}\n"},
      {"VOICE900", "VOCE900",
       "rule.toml:1:6: 'VOCE900' belongs to no family\n  write a family and a number (VOICE), or "
       "declare the family in the pack's manifest\n"},
      {"some-words", "Some-words",
       "rule.toml:2:8: 'Some-words' is no name of a rule\n  write small letters and single "
       "hyphens: "
       "too-many-words\n"},
      {"some-words", "some--words",
       "rule.toml:2:8: 'some--words' is no name of a rule\n  write small letters and single "
       "hyphens: "
       "too-many-words\n"},
      {"'{text}'", "'{text}'?",
       "rule.toml:5:11: a message states what was found\n  a question belongs into 'probe'\n"},
      {"why = 'Why.'", "",
       "rule.toml:8:1: key 'why' is missing\n  write why = … (a string): what an "
       "interviewer makes of it\n"},
  };
  for (const Row& row : rows) CHECK(errors_of(replaced(kRule, row.from, row.to)) == row.error);
}

TEST_CASE("rule: an expression names classes of words, of its own pack or of another") {
  const std::string words = "expressions = 'en'\n[words]\nfruit = ['apple', 'pear']\n";
  const PackFiles other{
      "other", {{"pack.toml", "[pack]\nname = 'o'\nversion = '1'\n"}, {"words.toml", words}}};
  const auto found = [&](const std::string& any, std::vector<PackFiles> packs) {
    packs.push_back(
        {"mine", {{"pack.toml", kManifest}, {"rule.toml", replaced(kRule, "'some'", any)}}});
    std::vector<Error> errors;
    const auto rules = RuleSet::load(packs, errors);
    if (rules == nullptr) return errors.front().describe();
    std::string out;
    const LintRun run =
        lint({{{0, "a.md", "An apple.\n\nSome pears.\n\nSome {2}.\n"}, ""}}, *rules, {});
    for (const Finding& finding : run.findings) out += finding.message;
    return out;
  };
  CHECK(found("'{@fruit}s?'", {other}) == "'apple''pears'");
  CHECK(found("'[^ ]{2} {@fruit}'", {other}) == "'An apple''me pear'");
  CHECK(found("'{@fruits}'", {other}) ==
        "rule.toml:7:8: no class of words '{@fruits}'\n  did you mean '{@fruit}'?");
  CHECK(found("'{@fruit}'", {other, {"third", {{"words.toml", words}}}}) ==
        "words.toml:3:9: the words 'fruit' are defined twice\n  give these another name");
}

TEST_CASE("rule: kinds are sorted, unique and documented") {
  for (std::size_t i = 0; i < kinds().size(); ++i) {
    CHECK_FALSE(kinds()[i].summary.empty());
    if (i > 0) CHECK(kinds()[i - 1].name < kinds()[i].name);
    for (const toml_doc::Field& field : kinds()[i].fields) CHECK_FALSE(field.help.empty());
  }
}

TEST_CASE("rule: a file that is called after a rule holds that rule") {
  struct Row {
    const char* file;
    const char* error;
  };
  const Row rows[] = {
      {"VOICE900-some-words.toml", ""},
      {"VOICE900.toml", ""},
      {"some-words.toml", ""},
      {"VOICE-900.toml", ""},
      {"mine/VOICE901-some-words.toml",
       "mine/VOICE901-some-words.toml:1:6: the id is 'VOICE900', but the file is called after "
       "'VOICE901'\n  write id = \"VOICE901\", or call the file VOICE900-some-words.toml"},
      {"VOICE900-few-words.toml",
       "VOICE900-few-words.toml:2:8: the name is 'some-words', but the file is called after "
       "'few-words'\n  write name = \"few-words\", or call the file VOICE900-some-words.toml"},
  };
  for (const Row& row : rows) {
    std::vector<Error> errors;
    RuleSet::load({{"mine", {{"pack.toml", kManifest}, {row.file, kRule}}}}, errors);
    CHECK((errors.empty() ? "" : errors.front().describe()) == row.error);
  }
}

TEST_CASE("rule: the sides of a contradiction make one key in any order") {
  const std::string key = key_of_sides({"team.size", "8 ", "6 "});
  CHECK(key_of_sides({"6 ", "8 ", "team.size", "8 "}) == key);
  CHECK(key_of_sides({"team.size", "8 ", "6 ", "5 "}) != key);
}
