#include "base/strings.h"
#include "catch.h"
#include "lint/ask.h"

using namespace starlint;

namespace {

const char* const kPack =
    "[pack]\nname = 'mine'\nversion = '1'\n[[family]]\nprefix = 'MINE'\ntag = 'mine'\n";

std::string rule(std::string_view name, std::string_view level) {
  return cat("id = 'MINE90", name.size(), "'\nname = '", name, "'\nkind = 'phrase'\nlevel = '",
             level,
             "'\nmessage = 'said'\n[options]\nany = ['word']\n[doc]\nwhat = 'W.'\nwhy = 'Why.'\n");
}

/// Ids of the rules that speak of one place, of which each is silent where another has warned.
std::string speakers(std::string_view first, std::string_view second, unsigned threads) {
  std::vector<Error> errors;
  const auto rules = RuleSet::load({{"mine",
                                     {{"pack.toml", kPack},
                                      {"a.toml", rule("a", first)},
                                      {"b.toml", rule("ab", second)},
                                      {"c.toml", rule("abc", "note")}}}},
                                   errors);
  REQUIRE(errors.empty());
  const Location where{0, {3, 7}};
  const Look look = [&](const Rule&, Sink& sink) {
    if (!sink.told(where)) sink.add(where, {});
  };
  LintOptions options;
  options.threads = threads;
  std::string out;
  for (const Finding& finding : ask_rules(
           *rules, [](auto) { return true; }, look, {}, options)) {
    out += cat(rules->info(finding.rule).id, " ");
  }
  return out;
}

}  // namespace

TEST_CASE("ask: side by side, rules hear what those before them warn of") {
  for (const unsigned threads : {1U, 2U, 8U}) {
    CHECK(speakers("warning", "warning", threads) == "MINE901 ");
    CHECK(speakers("note", "warning", threads) == "MINE901 MINE902 ");
    CHECK(speakers("note", "note", threads) == "MINE901 MINE902 MINE903 ");
  }
}

TEST_CASE("ask: what files said before counts, too") {
  std::vector<Error> errors;
  const auto rules =
      RuleSet::load({{"mine", {{"pack.toml", kPack}, {"a.toml", rule("a", "warning")}}}}, errors);
  REQUIRE(errors.empty());
  FileResult file;
  Finding& said = file.findings.emplace_back();
  said.where = {0, {3, 7}};
  const auto answers = [&](Location where) {
    const Look look = [&](const Rule&, Sink& sink) {
      if (!sink.told(where)) sink.add(where, {});
    };
    return ask_rules(*rules, [](auto) { return true; }, look, {&file}, {}).size();
  };
  CHECK(answers({0, {3, 7}}) == 0);
  CHECK(answers({0, {3, 8}}) == 1);
  CHECK(answers({1, {3, 7}}) == 1);
}
