#include "base/strings.h"
#include "catch.h"
#include "config/rule_choice.h"

using namespace starlint;

namespace {

const char* const kManifest =
    "[pack]\nname = 'mine'\nversion = '1'\n[[family]]\nprefix = 'VOICE'\ntag = 'voice'\n"
    "[[family]]\nprefix = 'RISK'\ntag = 'risk'\n";

std::string rule(std::string_view id, std::string_view name, std::string_view more) {
  return cat("id = '", id, "'\nname = '", name, "'\nkind = 'phrase'\nlevel = 'note'\n", more,
             "message = 'x'\n[options]\nany = ['x']\n[doc]\nwhat = 'What.'\nwhy = 'Why.'\n");
}

std::unique_ptr<RuleSet> rules() {
  std::vector<Error> errors;
  auto set = RuleSet::load(
      {{"mine",
        {{"pack.toml", kManifest},
         {"a.toml", rule("RISK001", "secret", "")},
         {"b.toml", rule("VOICE001", "passive", "aliases = ['weak']\n")},
         {"c.toml", rule("VOICE002", "cliche", "profile = 'strict'\ntags = ['taste']\n")}}}},
      errors);
  REQUIRE(set != nullptr);
  return set;
}

Words words(const std::string& text) {
  Words out;
  for (const std::string_view word : split(text, ' ')) {
    if (!word.empty()) out.push_back({std::string(word), "c.toml", {7, 3}});
  }
  return out;
}

/// A layer from "select=A B ignore=C level=D:error".
RuleLayer layer(const std::string& select, const std::string& ignore,
                const std::string& levels = {}) {
  RuleLayer out;
  if (!select.empty()) out.select = words(select);
  out.ignore = words(ignore);
  for (const auto& word : words(levels)) out.levels.push_back({word, Level::Error});
  return out;
}

/// "001n" for RISK001 as a note: what is on, by the digits of the id and the letter of the level.
std::string chosen(const std::vector<RuleLayer>& layers, bool strict = false) {
  const auto set = rules();
  std::vector<const RuleLayer*> pointers;
  for (const RuleLayer& one : layers) pointers.push_back(&one);
  const RuleChoice choice = choose_rules(*set, {strict, {0}}, pointers);
  std::string out;
  for (std::uint32_t i = 0; i < choice.levels.size(); ++i) {
    if (!choice.on(i)) continue;
    const std::string& id = set->info(i).id;
    out += cat(id.substr(0, 1), id.substr(id.size() - 1), name_of(*choice.levels[i]).substr(0, 1),
               " ");
  }
  return out;
}

}  // namespace

TEST_CASE("config: the closer word wins, then the later layer, then ignore") {
  CHECK(chosen({}) == "R1n V1n ");
  CHECK(chosen({}, true) == "R1n V1n V2n ");
  CHECK(chosen({layer("ALL", "")}) == "R1n V1n V2n ");
  CHECK(chosen({layer("VOICE", "")}) == "V1n V2n ");
  CHECK(chosen({layer("voice", "taste")}) == "V1n ");
  CHECK(chosen({layer("VOICE", "weak")}) == "V2n ");
  CHECK(chosen({layer("weak", "VOICE")}) == "V1n ");
  CHECK(chosen({layer("weak", "VOICE001")}) == "");
  CHECK(chosen({layer("", "RISK")}) == "V1n ");
  CHECK(chosen({layer("", "RISK"), layer("RISK001", "")}) == "R1n ");
  CHECK(chosen({layer("", "RISK001"), layer("RISK", "")}) == "");
  CHECK(chosen({layer("VOICE", ""), layer("RISK", "")}) == "R1n ");
  CHECK(chosen({layer("", "", "ALL passive"), layer("", "", "risk")}) == "R1e V1e ");
}

TEST_CASE("config: a pack that a file does not name has no rules there") {
  const auto set = rules();
  const RuleLayer all = layer("ALL", "");
  const RuleChoice choice = choose_rules(*set, {true, {}}, {&all});
  for (std::uint32_t i = 0; i < choice.levels.size(); ++i) CHECK_FALSE(choice.on(i));
}

TEST_CASE("config: a word that names nothing says which one would") {
  const auto set = rules();
  const std::vector<Error> errors = unknown_words(layer("VOIC", "passiv weak ALL taste"), *set);
  REQUIRE(errors.size() == 2);
  CHECK(errors[0].describe() ==
        "c.toml:7:3: 'VOIC' names no rule, family or tag\n  did you mean 'VOICE'?");
  CHECK(errors[1].describe() ==
        "c.toml:7:3: 'passiv' names no rule, family or tag\n  did you mean 'passive'?");
}
