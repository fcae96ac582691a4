#include "toml/packed.h"

#include "catch.h"

using namespace starlint;

namespace {

/// Everything a value says, places included.
std::string shown(const toml_doc::Value& value) {
  std::string out = std::to_string(static_cast<int>(value.type)) + "@" +
                    std::to_string(value.where.line) + ":" + std::to_string(value.where.column) +
                    "=" + value.string + "," + std::to_string(value.integer) + "," +
                    std::to_string(value.number) + "," + (value.boolean ? "yes" : "no") + "[";
  for (const toml_doc::Value& item : value.items) out += shown(item) + ";";
  for (const toml_doc::Value::Member& member : value.members) {
    out += member.key + "@" + std::to_string(member.where.line) + ":" +
           std::to_string(member.where.column) + " " + shown(member.value) + ";";
  }
  return out + "]";
}

}  // namespace

TEST_CASE("toml: a packed document reads back as it was, places included") {
  const Result<toml_doc::Value> document = toml_doc::parse(
      "name = \"caf\\u00e9 \\u0000\"\nempty = \"\"\nwhole = -7\nbig = 9007199254740993\n"
      "part = 0.1\nyes = true\nday = 2024-02-29\nlist = [1, [\"a\", \"b\"], {x = 1}]\n"
      "[table.\"odd key\"]\nvalue = \"\"\"\nlong\ntext\"\"\"\n[[many]]\n[[many]]\nn = 2\n",
      "test.toml");
  REQUIRE(document);
  CHECK(shown(toml_doc::unpack(toml_doc::pack(*document))) == shown(*document));
}
