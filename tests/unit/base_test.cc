#include "base/result.h"
#include "base/span.h"
#include "base/strings.h"
#include "catch.h"

using namespace starlint;

TEST_CASE("base: decimal writes numbers as people do") {
  struct Row {
    double value;
    int decimals;
    const char* text;
  };
  const Row rows[] = {{74.358, 1, "74.4"}, {3.9, 1, "3.9"}, {290, 1, "290"},
                      {0.04, 1, "0"},      {-0.04, 1, "0"}, {1e15, 0, "1000000000000000"},
                      {99.95, 2, "99.95"}};
  for (const Row& row : rows) CHECK(decimal(row.value, row.decimals) == row.text);
}

TEST_CASE("base: nearest suggests only what may be meant") {
  CHECK(nearest("patern", {"message", "pattern", "path"}) == "pattern");
  CHECK(nearest("levl", {"level", "kind"}) == "level");
  CHECK(nearest("zebra", {"level", "kind"}).empty());
}

TEST_CASE("base: an error says where, what and what to write instead") {
  CHECK(Error{"unknown key 'patern'", "a.toml", 3, 7, "did you mean 'pattern'?"}.describe() ==
        "a.toml:3:7: unknown key 'patern'\n  did you mean 'pattern'?");
  CHECK(Error{"no such file", "x", 0, 0, ""}.describe() == "x: no such file");
}

TEST_CASE("base: only the capitals of ASCII have small letters, wherever they stand") {
  for (int c = 0; c < 256; ++c) {
    const char small =
        c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : static_cast<char>(c);
    for (std::size_t at = 0; at < 17; ++at) {
      std::string text(17, 'M');
      std::string lower(17, 'm');
      text[at] = static_cast<char>(c);
      lower[at] = small;
      CHECK(ascii_lower(text) == lower);
    }
  }
}

TEST_CASE("base: spans are half-open") {
  CHECK(Span{2, 5}.overlaps({4, 9}));
  CHECK_FALSE(Span{2, 5}.overlaps({5, 9}));
  CHECK(hull({4, 6}, {1, 2}) == Span{1, 6});
}
