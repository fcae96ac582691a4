#include "json/value.h"

#include "catch.h"

using namespace starlint;

TEST_CASE("json: what is read is written back as it was") {
  const std::string text =
      R"({"b":[1,-0.5e3,12345678901234567890,"\u00e9 \"",true,null,{}],"a":{"x":[[]]}})";
  const auto value = parse_json(text, "a.json");
  REQUIRE(value);
  std::string out;
  JsonWriter json(out);
  write_json(*value, json);
  CHECK(out == R"({"b":[1,-0.5e3,12345678901234567890,"é \"",true,null,{}],"a":{"x":[[]]}})");
  CHECK(value->at("b/1")->text == "-0.5e3");
  CHECK(value->at("a/x/0")->kind == JsonValue::Kind::Array);
  CHECK(value->at("a/y/0") == nullptr);
  CHECK(value->at("b/7") == nullptr);
}

TEST_CASE("json: a fault has a line") {
  const auto broken = parse_json("{\n\"a\": 1,\n}", "a.json");
  REQUIRE_FALSE(broken);
  CHECK(broken.error().describe() == "a.json:3: no valid JSON: Missing a name for object member.");
  const auto deep = parse_json(std::string(5000, '[') + std::string(5000, ']'), "a.json");
  REQUIRE_FALSE(deep);
  CHECK(deep.error().message == "no valid JSON: nested too deep");
  CHECK(parse_json("\xEF\xBB\xBF{}", "a.json"));
  CHECK_FALSE(parse_json("{} {}", "a.json"));
  CHECK_FALSE(parse_json("\"\xFF\"", "a.json"));
  CHECK_FALSE(parse_json("", "a.json"));
}
