#include "base/one_line.h"

#include "catch.h"

using namespace starlint;

TEST_CASE("one line: white space becomes single blanks, and none at the ends") {
  struct Row {
    const char* text;
    const char* line;
  };
  const Row rows[] = {
      {"", ""},
      {" \n\t ", ""},
      {"team of 8", "team of 8"},
      {"team\r\n  of\n\n8 ", "team of 8"},
      {"a\u00A0b  c", "a\u00A0b c"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(one_line(row.text) == row.line);
    CHECK(one_line(one_line(row.text)) == row.line);
    for (std::size_t limit = 0; limit < 9; ++limit) {
      CHECK(one_line(row.text, limit) == std::string(row.line).substr(0, limit));
    }
  }
}

TEST_CASE("one line: only what is wrapped is changed") {
  std::string blanks = " XX  YY\t";
  unwrap(blanks);
  CHECK(blanks == " XX  YY\t");
  std::string wrapped = "XX\n  YY\n";
  unwrap(wrapped);
  CHECK(wrapped == "XX YY");
}
