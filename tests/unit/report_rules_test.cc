// What is said of the rules themselves: lists, pages, and the schemas that editors read.
#include <memory>

#include "catch.h"
#include "config/fields.h"
#include "json/value.h"
#include "report/rule_pages.h"
#include "report/schema.h"
#include "rule/fields.h"

using namespace starlint;

namespace {

const char* const kManifest = R"(
[pack]
name = 'kitchen'
version = '1'
[[family]]
prefix = 'COOK'
tag = 'cook'
)";

const char* const kVague = R"(
id = 'COOK001'
name = 'vague-amount'
kind = 'phrase'
level = 'warning'
confidence = 'high'
aliases = ['some-salt']
message = "'{text}' is no amount"
probe = 'How much?'
[options]
any = ['some salt', 'a bit of pepper']
[doc]
what = '''Amounts that nobody can repeat,
as "salt | pepper".'''
why = 'Guests come back for the same soup.'
sources = 'Our cook.'
[[test]]
bad = 'Add some salt. <!-- expect: COOK001 -->'
[[test]]
good = 'Add 5 g of salt.'
)";

const char* const kStrict = R"(
id = 'COOK020'
name = 'burnt'
kind = 'phrase'
level = 'note'
profile = 'strict'
deprecated = 'vague-amount'
message = "'{text}'"
[options]
any = ['burnt']
[doc]
what = 'What was left too long.'
why = 'It smells.'
bad = 'The rice was burnt.'
instead = 'The rice took 12 minutes.'
)";

std::unique_ptr<RuleSet> kitchen() {
  std::vector<Error> errors;
  auto rules = RuleSet::load(
      {{"kitchen", {{"pack.toml", kManifest}, {"vague.toml", kVague}, {"strict.toml", kStrict}}}},
      errors);
  for (const Error& error : errors) UNSCOPED_INFO(error.describe());
  REQUIRE(rules != nullptr);
  return rules;
}

JsonValue parsed(const std::string& json) {
  const Result<JsonValue> value = parse_json(json, "test");
  REQUIRE(value);
  return *value;
}

std::vector<std::string> names_of(const JsonValue* object) {
  REQUIRE(object != nullptr);
  std::vector<std::string> out;
  for (const JsonValue::Member& member : object->members) out.push_back(member.name);
  return out;
}

std::vector<std::string> names_of(const std::vector<toml_doc::Field>& fields) {
  std::vector<std::string> out;
  for (const toml_doc::Field& field : fields) out.emplace_back(field.name);
  return out;
}

}  // namespace

TEST_CASE("rules: a list with a line each, in columns") {
  std::string out;
  write_rule_list(*kitchen(), out);
  CHECK(out ==
        "COOK001  vague-amount  warning  default  Amounts that nobody can repeat, as \"salt | "
        "pepper\".\n"
        "COOK020  burnt         note     strict   What was left too long.\n");
}

TEST_CASE("rules: the list for programs has every word of a rule") {
  std::string out;
  write_rule_list_json(*kitchen(), out);
  const JsonValue list = parsed(out);
  REQUIRE(list.items.size() == 2);
  const JsonValue& vague = list.items[0];
  CHECK(vague.string("id") == "COOK001");
  CHECK(vague.string("kind") == "phrase");
  CHECK(vague.string("pack") == "kitchen");
  CHECK(vague.string("profile") == "default");
  CHECK(vague.string("probe") == "How much?");
  CHECK(vague.at("aliases/0")->text == "some-salt");
  CHECK(vague.at("tags/0")->text == "cook");
  CHECK(list.items[1].string("deprecated") == "vague-amount");
  CHECK(list.items[1].string("instead") == "The rice took 12 minutes.");
}

TEST_CASE("rules: the page of a rule shows its examples, its options and how to accept it") {
  const auto rules = kitchen();
  std::string page;
  write_rule_page(*rules->find("COOK001"), page);
  CHECK(page == R"(# COOK001 vague-amount

*warning* · high confidence · default profile · cook · kind `phrase`

Amounts that nobody can repeat,
as "salt | pepper".

## Why it matters

Guests come back for the same soup.

## Instead of

````text
Add some salt.
````

## Write

````text
Add 5 g of salt.
````

## An interviewer would ask

How much?

## Sources

Our cook.

## Earlier names

some-salt

## To accept one place

````text
<!-- starlint: allow vague-amount -- reason -->
````
)");
  std::string strict;
  write_rule_page(*rules->find("burnt"), strict);
  CHECK(strict.find("strict profile") != std::string::npos);
  CHECK(strict.find("\nDeprecated: vague-amount\n") != std::string::npos);
  CHECK(strict.find("````text\nThe rice was burnt.\n````") != std::string::npos);
  CHECK(page_path(*rules->find("burnt")) == "cook/COOK020-burnt.md");
}

TEST_CASE("rules: the index keeps a rule on one line of its table") {
  std::string out;
  write_rule_index(*kitchen(), out);
  CHECK(out == R"(# Rules

Written by `starlint rules docs`; what a kind can do is in [KINDS.md](KINDS.md).

## COOK: cook

| Rule | Name | Level | Profile | Finds |
|---|---|---|---|---|
| [COOK001](cook/COOK001-vague-amount.md) | vague-amount | warning | default | Amounts that nobody can repeat, as "salt \| pepper". |
| [COOK020](cook/COOK020-burnt.md) | burnt | note | strict | What was left too long. |
)");
}

TEST_CASE("schema: an editor knows every kind of rule with its options, and no other") {
  std::string out;
  write_pack_schema(out);
  const JsonValue schema = parsed(out);
  const JsonValue* names = schema.at("then/allOf/0/properties/kind/enum");
  REQUIRE(names != nullptr);
  REQUIRE(names->items.size() == kinds().size());
  for (std::size_t i = 0; i < kinds().size(); ++i) {
    const Kind& kind = kinds()[i];
    INFO(kind.name);
    CHECK(names->items[i].text == kind.name);
    const std::string branch = "then/allOf/" + std::to_string(i + 1);
    CHECK(schema.at(branch + "/if/properties/kind/const")->text == kind.name);
    const JsonValue* options = schema.at(branch + "/then/properties/options");
    REQUIRE(options != nullptr);
    CHECK(names_of(options->find("properties")) == names_of(kind.fields));
    const JsonValue* others = options->find("additionalProperties");
    REQUIRE(others != nullptr);
    CHECK((others->kind == JsonValue::Kind::Bool && !others->flag));
  }
}

/// The schema of a table, and of the tables in it, against their declaration.
void check_table(const JsonValue& schema, const std::vector<toml_doc::Field>& fields) {
  CHECK(names_of(schema.find("properties")) == names_of(fields));
  for (const toml_doc::Field& field : fields) {
    if (field.fields.empty()) continue;
    INFO(field.name);
    const JsonValue* inner = schema.at("properties/" + std::string(field.name));
    REQUIRE(inner != nullptr);
    const JsonValue* items = inner->find("items");
    check_table(items == nullptr ? *inner : *items, field.fields);
  }
}

TEST_CASE("schema: an editor knows every key of the other files of a pack") {
  std::string out;
  write_pack_schema(out);
  const JsonValue schema = parsed(out);
  std::string branch;
  for (const FileKind& kind : file_kinds()) {
    branch += branch.empty() ? "else" : "/else";
    INFO(kind.key);
    const JsonValue* then = schema.at(branch + "/then");
    REQUIRE(then != nullptr);
    for (std::size_t i = 0; i < kind.shapes.size(); ++i) {
      const JsonValue* shape = kind.shapes.size() == 1 ? then : &then->find("anyOf")->items[i];
      check_table(*shape, kind.shapes[i]);
    }
  }
}

TEST_CASE("rules: the page of kinds names every option and every key of every file") {
  std::string page;
  write_kind_page(page);
  const auto check_names = [&](const std::vector<toml_doc::Field>& fields,
                               const auto& check) -> void {
    for (const toml_doc::Field& field : fields) {
      INFO(field.name);
      CHECK(page.find("\n| `" + std::string(field.name) + "`") != std::string::npos);
      check(field.fields, check);
    }
  };
  for (const Kind& kind : kinds()) check_names(kind.fields, check_names);
  for (const FileKind& kind : file_kinds()) {
    for (const auto& fields : kind.shapes) check_names(fields, check_names);
  }
  CHECK(page.find("\n`[[claim]]`: phrases that claim it.\n") != std::string::npos);
  CHECK(page.find("| `counting` | a string: exact, measured | ") != std::string::npos);
}

TEST_CASE("schema: an editor knows every setting of starlint.toml") {
  std::string out;
  write_config_schema(out);
  const JsonValue schema = parsed(out);
  CHECK(names_of(schema.find("properties")) == names_of(config_fields()));
}
