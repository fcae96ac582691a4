#include "toml/value.h"
#include "catch.h"

using namespace starlint;

TEST_CASE("toml: values know their place and keep the order of the file") {
  const auto document = toml_doc::parse("zeta = 1\nalpha = 'x'\n[t]\nkey = [1.5, true]\n", "a.toml");
  REQUIRE(document);
  REQUIRE(document->members.size() == 3);
  CHECK(document->members[0].key == "zeta");
  CHECK(document->members[1].where.line == 2);
  CHECK(document->find("t")->find("key")->items[0].number == 1.5);
}

TEST_CASE("toml: a syntax error names line and column") {
  const auto document = toml_doc::parse("a = 1\nb = = 2\n", "a.toml");
  REQUIRE_FALSE(document);
  CHECK(document.error().path == "a.toml");
  CHECK(document.error().line == 2);
  CHECK(document.error().column > 0);
}
