#include "text/text.h"
#include "catch.h"
#include "text/pattern.h"
#include "text/pattern_filter.h"

using namespace starlint;

TEST_CASE("text: lines end at LF, CRLF and a lone CR") {
  const Text text = Text::decode("a\nb\r\nc\rd\n");
  REQUIRE(text.lines().count() == 4);
  for (std::uint32_t line = 1; line <= 4; ++line) {
    CHECK(text.slice(text.lines().span(line, text.utf8())) ==
          std::string(1, static_cast<char>('a' + line - 1)));
  }
}

TEST_CASE("text: columns count code points for people and UTF-16 units for editors") {
  const Text text = Text::decode("x\n\xF0\x9F\x98\x80\xC3\xA9y");
  const std::uint32_t y = text.size() - 1;
  CHECK(text.position(y) == Position{2, 3});
  CHECK(text.utf16_column(y) == 4);
  CHECK(text.byte_offset(y) == y);
}

TEST_CASE("text: offsets behind ill-formed bytes map back to the file") {
  const Text text = Text::decode("bad \xC3( end");
  REQUIRE(text.notes().size() == 1);
  const std::size_t end = text.utf8().find("end");
  CHECK(text.byte_offset(static_cast<std::uint32_t>(end)) == 7);
}

TEST_CASE("text: a pattern gives spans and refuses look-around with a way out") {
  const auto pattern = Pattern::compile(R"((\d+) members)");
  REQUIRE(pattern);
  const std::string_view text = "we had 10 members and 4 Members";
  const auto matches = pattern->find_all(text, {0, 31});
  REQUIRE(matches.size() == 2);
  CHECK(matches[0].groups[0] == Span{7, 9});
  Match last;
  REQUIRE(Pattern::compile("4$")->find(text, {0, 23}, last));
  CHECK(last.whole == Span{22, 23});
  const auto refused = Pattern::compile("a(?=b)");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().hint.find("`except`") != std::string::npos);
}

TEST_CASE("text: a filter tells in one pass which patterns are worth running") {
  PatternFilter filter;
  filter.add("team of \\d+");
  filter.add("zebra");
  filter.add("OF");
  filter.add("\\d+");
  filter.add("\\w+");
  filter.freeze();
  CHECK(filter.candidates("a team of 12") == std::vector<std::uint32_t>{0, 2, 3, 4});
  CHECK(filter.candidates("a team of twelve") == std::vector<std::uint32_t>{2, 4});
  CHECK(filter.candidates("") == std::vector<std::uint32_t>{4});
}
