#include "text/literals.h"

#include "base/strings.h"
#include "catch.h"
#include "outline/outline.h"
#include "rule/rule_set.h"
#include "text/literal_index.h"
#include "text/pattern.h"

using namespace starlint;

namespace {

/// "|team| + crew": the covers of an expression; a bar is the edge of a word.
std::string covers_of(std::string_view expression) {
  std::vector<std::string> covers;
  for (const AnyOf& cover : LiteralReader().required(expression)) {
    std::vector<std::string> literals;
    for (const Literal& one : cover) {
      literals.push_back(cat(one.opens_word ? "|" : "", one.text, one.closes_word ? "|" : ""));
    }
    covers.push_back(join(literals, " + "));
  }
  return join(covers, " & ");
}

}  // namespace

TEST_CASE("literals: what a match of an expression must contain") {
  struct Row {
    const char* expression;
    const char* covers;
  };
  const Row rows[] = {
      {R"(\bteam\b)", "|team|"},
      {R"(\b(?:team|crew) of)", "|crew of + |team of"},
      {R"(colou?r)", "color + colour"},
      {R"(\bteam\b.*\bcrew\b)", "|crew| & |team|"},
      {R"((?i)Situation)", "situation"},
      {R"(\w+ly\b)", "ly|"},
      {R"((?:about |some )?\x01 nurses)", "\x01 nurses + about \x01 nurses + some \x01 nurses"},
      {R"([ab]c)", "ac + bc"},
      {R"(\bgrew\b|\w+)", ""},
      {R"((?:very )+good)", "very  & good"},
      {R"(x{2,5}yes)", "yes & xx"},
      {R"(^\s*(?:\.{3,}|…)$)", "... + …"},
      {R"(\d\w)", "0 + 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9"},
      {R"([\d,]x)", "x"},
      {R"((?:xyz){0,2}end)", "end"},
      {R"([a-z]+ \pL+)", ""},
      {R"(é\bfoo)", "|foo"},
      {R"((?P<name>who) \x{41}b)", "who ab"},
      {R"(a(b)", ""},
  };
  for (const Row& row : rows) {
    INFO(row.expression);
    CHECK(covers_of(row.expression) == row.covers);
  }
}

TEST_CASE("literals: a group read before gives what it gave") {
  const std::string crew =
      "(?:[\\])(]team|squad(?:ron)?|crew|task \\(force\\)|department|staff of people)";
  const std::string expressions[] = {"our " + crew, crew + " of", "(" + crew + "s?)", crew + "?",
                                     "(?:" + crew + "|" + crew + " size) \\d"};
  LiteralReader shared;
  for (int again = 0; again < 2; ++again) {
    for (const std::string& expression : expressions) {
      CHECK(shared.required(expression) == LiteralReader().required(expression));
    }
  }
}

TEST_CASE("literals: edges of words are looked at, overlaps and ends of the text found") {
  LiteralIndex index;
  for (const Literal& one : {Literal{"we", true, true}, Literal{"we", false, false},
                             Literal{"e", false, false}, Literal{"owed", false, true}}) {
    index.add(one);
  }
  index.freeze();
  const auto found = [&](std::string_view text) {
    std::vector<LiteralId> ids;
    index.find(text, ids);
    std::sort(ids.begin(), ids.end());
    return ids;
  };
  CHECK(found("we") == std::vector<LiteralId>{0, 1, 2});
  CHECK(found("owed") == std::vector<LiteralId>{1, 2, 3});
  CHECK(found("owed_ ") == std::vector<LiteralId>{1, 2});
  CHECK(found("").empty());
}

TEST_CASE("literals: no pattern of the pack is passed over where it matches") {
  std::vector<Error> errors;
  const std::unique_ptr<RuleSet> rules = RuleSet::load({default_pack()}, errors);
  REQUIRE(rules != nullptr);
  const PatternBank& bank = rules->patterns();
  for (const RuleSet::Entry& entry : rules->rules()) {
    for (const RuleTest& test : entry.info.tests) {
      for (const RuleTest::File& file : test.files) {
        const Text text = Text::decode(file.text);
        const Outline outline = read_outline(text, NoteFormat::Markdown);
        const PatternHits hits = bank.match(text, outline);
        for (PatternId id = 0; id < bank.size(); ++id) {
          const std::vector<std::uint32_t>& places = hits.places(id);
          for (std::uint32_t i = 0; i < outline.blocks.size(); ++i) {
            const Block& block = outline.blocks[i];
            const bool readable = block.prose() || block.kind == BlockKind::Code;
            if (!readable || block.text.empty()) continue;
            if (bank.pattern(id).found_in(text.utf8(), block.text) &&
                !std::binary_search(places.begin(), places.end(), i)) {
              FAIL_CHECK("pattern " << id << " in an example of " << entry.info.id);
            }
          }
        }
      }
    }
  }
}

TEST_CASE("literals: letters that fold into ASCII hide no match") {
  PatternFilter filter;
  filter.add("desk");
  filter.freeze();
  CHECK(filter.candidates("at the DESK").size() == 1);
  CHECK(filter.candidates("at the de\xC5\xBFk").size() == 1);
  CHECK(filter.candidates("at the de\xC5\xBFK").size() == 1);
  CHECK(filter.candidates("at the table").empty());
}
