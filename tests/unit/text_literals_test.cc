#include "text/literals.h"

#include "base/strings.h"
#include "catch.h"
#include "outline/outline.h"
#include "rule/rule_set.h"
#include "rule/test_reader.h"
#include "text/literal_index.h"
#include "text/pattern_filter.h"

using namespace starlint;

namespace {

/// "|team| + crew": the covers of an expression; a bar is the edge of a word.
std::string covers_of(std::string_view expression) {
  std::vector<std::string> covers;
  for (const AnyOf& cover : LiteralReader().read(expression).covers) {
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
      CHECK(shared.read(expression) == LiteralReader().read(expression));
    }
  }
}

TEST_CASE("literals: edges of words are looked at, overlaps and ends of the text found") {
  std::vector<std::uint64_t> words;
  LiteralIndex::pack(
      {{"we", true, true}, {"we", false, false}, {"e", false, false}, {"owed", false, true}},
      words);
  PackedArrays arrays(words);
  const LiteralIndex index(arrays);
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

namespace {

/// What RE2 finds by itself: minding case in an empty group, a pattern looks for no literals.
Pattern plain(const Pattern& pattern) {
  auto out = Pattern::compile(cat("(?-i:)(?:", pattern.expression(), ")"));
  REQUIRE(out);
  return *std::move(out);
}

bool same(const std::vector<Match>& a, const std::vector<Match>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Match& x, const Match& y) {
    return x.whole == y.whole && x.groups == y.groups;
  });
}

}  // namespace

TEST_CASE("literals: patterns of the pack find what RE2 finds by itself, and none is passed over") {
  std::vector<Error> errors;
  const std::unique_ptr<RuleSet> rules = RuleSet::load({default_pack()}, errors);
  REQUIRE(rules != nullptr);
  const PatternBank& bank = rules->patterns();
  std::vector<Pattern> alone;
  for (PatternId id = 0; id < bank.size(); ++id) alone.push_back(plain(bank.pattern(id)));
  for (const RuleSet::Entry& entry : rules->rules()) {
    for (const RuleTest& test : tests_of(entry.info)) {
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
            const bool found = alone[id].found_in(text.utf8(), block.text);
            const std::vector<Match> matches = bank.pattern(id).find_all(text.utf8(), block.text);
            if (found == matches.empty() ||
                (found && (!std::binary_search(places.begin(), places.end(), i) ||
                           !same(matches, alone[id].find_all(text.utf8(), block.text))))) {
              FAIL_CHECK("pattern " << id << " in an example of " << entry.info.id);
            }
          }
        }
      }
    }
  }
}

TEST_CASE("literals: what begins every match of an expression") {
  struct Row {
    const char* expression;
    const char* openings;
  };
  const Row rows[] = {
      {R"(\b(?:team|crew) of \w+)", "|<crew of > |<team of >"},
      {R"((?:about )?\x01+ \w+)", "<\x01> <about >"},
      {R"(\b(?:(?:so|some) ?)*x\w+)", "|<so> |<so > |<some> |<some > |<x>"},
      {R"(^ ?(?:of|in) \w+)", "< in > < of > <in > <of >"},
      {R"((?:we|they \w+) led)", "<they > <we>"},
      {R"((?:a\w+)?b)", "<a> <b>"},
      {R"(\w+ly)", ""},
      {R"((?:very )*)", ""},
      {R"((?:a|b?)\w)", ""},
  };
  for (const Row& row : rows) {
    INFO(row.expression);
    std::vector<std::string> openings;
    for (const Literal& one : LiteralReader().read(row.expression).openings) {
      openings.push_back(cat(one.opens_word ? "|<" : "<", one.text, ">"));
    }
    CHECK(join(openings, " ") == row.openings);
  }
}

TEST_CASE("literals: the index of the pack says what its expressions say") {
  const auto same = [](std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
    return !a.empty() && std::equal(a.begin(), a.end(), b.begin(), b.end());
  };
  std::vector<Error> errors;
  const PackFiles pack = default_pack();
  const std::unique_ptr<RuleSet> read = RuleSet::load({default_files()}, errors);
  REQUIRE(read != nullptr);
  CHECK(same(pack.index.patterns, read->patterns().filter().words()));
  CHECK(same(pack.index.figures, read->figures().filter().words()));
  CHECK(same(pack.index.claims, read->claims().patterns.filter().words()));
  CHECK(same(pack.index.metrics, read->metrics().filter().words()));
  const std::unique_ptr<RuleSet> ready = RuleSet::load({pack}, errors);
  REQUIRE(ready != nullptr);
  INFO("nothing is read again");
  CHECK(ready->patterns().filter().words().empty());
  CHECK(ready->figures().filter().words().empty());
  CHECK(ready->claims().patterns.filter().words().empty());
  CHECK(ready->metrics().filter().words().empty());
}

TEST_CASE("literals: what is ready and what is not give the same candidates") {
  const std::vector<std::string> expressions = {"team of \\d+", "zebra", "\\w+", "zebra", "OF"};
  const auto filled = [&](std::span<const std::uint64_t> words) {
    PatternFilter filter(words);
    for (const std::string& one : expressions) filter.add(one);
    filter.freeze();
    return filter;
  };
  PatternFilter some;
  some.add("zebra");
  some.add("crew");
  some.add("\\w+");
  some.freeze();
  for (const std::string_view text : {"a team of 12 zebras", "zebra crew", "of", ""}) {
    CHECK(filled({}).candidates(text) == filled(some.words()).candidates(text));
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
