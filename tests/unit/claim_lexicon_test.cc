#include "claim/grammar/lexicon.h"

#include "grammar_lexicon.h"

namespace starlint {
namespace {

Result<Lexicon> load(const std::string& text) {
  Result<toml_doc::Value> root = toml_doc::parse(text, "words.toml");
  REQUIRE(root.ok());
  return Lexicon::load({{"words.toml", *root}});
}

TEST_CASE("claim: a misspelt key of a lexicon is an error with its place and a guess") {
  const Result<Lexicon> loaded = load("language = \"en\"\n[scale]\ngross = 144\n");
  REQUIRE_FALSE(loaded.ok());
  CHECK(loaded.error().line == 2);
  CHECK(loaded.error().hint == "did you mean 'scales'?");

  const Result<Lexicon> cue = load("language = \"en\"\n[cues]\narticel = [\"a\"]\n");
  REQUIRE_FALSE(cue.ok());
  CHECK(cue.error().describe() ==
        "words.toml:3:1: unknown key 'articel'\n  did you mean 'article'?");
}

TEST_CASE("claim: a word that should be a number and is none is an error") {
  const Result<Lexicon> loaded = load("language = \"en\"\n[scales]\ngross = \"many\"\n");
  REQUIRE_FALSE(loaded.ok());
  CHECK(loaded.error().line == 3);
}

TEST_CASE("claim: documents of other languages are left alone") {
  const Result<Lexicon> loaded = load("language = \"xx\"\n[scales]\ngross = 144\n");
  REQUIRE(loaded.ok());
  CHECK(loaded->words().find("gross") == kNone);
}

TEST_CASE("claim: every unit gives its dimension and factor") {
  const Unit* unit = english().unit("kilometer");
  REQUIRE(unit != nullptr);
  CHECK(unit->dimension == "length");
  CHECK(unit->factor == 1000);
  CHECK(english().unit("furlongish") == nullptr);
}

}  // namespace
}  // namespace starlint
