#include "text/lower_expression.h"

#include "base/strings.h"
#include "catch.h"
#include "text/pattern.h"

using namespace starlint;

namespace {

std::string lowered(std::string_view expression) {
  return lower_expression(expression).value_or("none");
}

/// "3-7(4-5), …": all matches and their groups.
std::string matches_of(const std::string& expression, const std::string& text) {
  const Result<Pattern> pattern = Pattern::compile(expression);
  REQUIRE(pattern.ok());
  std::string out;
  for (const Match& match : pattern->find_all(text, {0, static_cast<std::uint32_t>(text.size())})) {
    out += cat(out.empty() ? "" : ", ", match.whole.begin, "-", match.whole.end);
    for (const Span& group : match.groups) out += cat("(", group.begin, "-", group.end, ")");
  }
  return out;
}

}  // namespace

TEST_CASE("lower expression: letters are lower-cased, escapes, names and flags stay") {
  struct Row {
    const char* expression;
    const char* lower;
  };
  const Row rows[] = {
      {R"(\bTeam of \d+\W)", R"(\bteam of \d+\W)"},
      {R"((?i)Result)", "result"},
      {R"((?P<Who>I|We) (?:LED|ran))", R"((?P<Who>i|we) (?:led|ran))"},
      {R"((?m)^[A-Z][^A-C\S.]*$)", R"((?m)^[a-z][^a-c\S.]*$)"},
      {R"([]A-F[:digit:]\]-])", R"([]a-f[:digit:]\]-])"},
      {R"([^\x00-/:-@\[-`{-\x7F\x{2000}-\x{206F}])", R"([^\x00-/:-@\[-`{-\x7F\x{2000}-\x{206F}])"},
      {R"([ -~])", R"([ -~])"},
      {R"(I['’]m \p{L}+ – “\pN”)", R"(i['’]m \p{L}+ – “\pN”)"},
  };
  for (const Row& row : rows) CHECK(lowered(row.expression) == row.lower);
}

TEST_CASE("lower expression: none where case is minded or letters have two cases beyond ASCII") {
  for (const char* expression :
       {R"((?-i:\bUS\b))", R"(a(?i)b)", R"(\p{Lu})", R"([[:upper:]]x)", R"(équipe)", R"([à-ü])",
        R"(\xC9)", R"(\x41)", R"([@-F])", R"([Z-a])", R"([\x{80}-\x{10FFFF}])", R"(\QAb\E)"}) {
    CAPTURE(expression);
    CHECK(lowered(expression) == "none");
  }
}

TEST_CASE("lower expression: finds what the expression finds ignoring case") {
  const char* expressions[] = {
      R"(\b(?:Team|crew) (?:of )?(\d+)\b)",  R"([^\x00-/:-@\[-`{-\x7F\x{2000}-\x{206F}]+)",
      R"((I)(?:['’](?:m|VE))? (\w+ed)\b)",   R"([ -~]{3})",
      R"((?m)^([A-C]+)\b[^A-C]*$)",          R"(\p{L}+ly)",
      R"(\bit's? [^.]{0,10}(DONE|Ended)\.)",
  };
  const std::string texts[] = {
      "TEAM of 12, team 7; Crew OF 3",
      "i’ve ALREADY ended it. It's NOT yet Done. I'm planned",
      "Abc def\nBAC xyz\ncab\n\nÉcole: Équipe really BADLY, élégantly",
      "",
      "a",
  };
  for (const char* expression : expressions) {
    for (const std::string& text : texts) {
      CAPTURE(expression, text);
      REQUIRE(lower_expression(expression));
      CHECK(matches_of(expression, text) == matches_of(cat("(?i:", expression, ")"), text));
    }
  }
}
