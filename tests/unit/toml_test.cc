#include "catch.h"
#include "toml/fields.h"

using namespace starlint;

TEST_CASE("toml: values know their place and keep the order of the file") {
  const auto document =
      toml_doc::parse("zeta = 1\nalpha = 'x'\n[t]\nkey = [1.5, true]\n", "a.toml");
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

TEST_CASE("toml: a table that breaks its declaration says where and what to write instead") {
  const std::vector<toml_doc::Field> fields = {
      {"name", toml_doc::FieldType::String, "what it is called", true},
      {"level", toml_doc::FieldType::String, "how bad it is", false, {"note", "warning", "error"}},
      {"words", toml_doc::FieldType::Strings, "any of these"}};
  struct Row {
    const char* text;
    const char* error;
  };
  const Row rows[] = {
      {"nmae = 'x'", "p.toml:1:1: unknown key 'nmae'\n  did you mean 'name'?"},
      {"name = 'x'\nlevel = 'eror'",
       "p.toml:2:9: 'eror' is not a value of 'level'\n  did you mean 'error'?"},
      {"name = 1", "p.toml:1:8: 'name' must be a string, not a whole number"},
      {"name = 'x'\nwords = ['a', 2]",
       "p.toml:2:9: 'words' must be an array of strings, not an array"},
      {"words = []",
       "p.toml:1:1: key 'name' is missing\n  write name = … (a string): what it is called"}};
  for (const Row& row : rows) {
    const auto document = toml_doc::parse(row.text, "p.toml");
    REQUIRE(document);
    const Status status = toml_doc::check_fields(*document, fields, "p.toml");
    REQUIRE_FALSE(status);
    CHECK(status.error().describe() == row.error);
  }
}
