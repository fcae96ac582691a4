// Every rule of the default pack does what its own examples say.
#include "catch.h"
#include "lint/self_test.h"

using namespace starlint;

TEST_CASE("rules: every example of the default pack is as it should be") {
  std::vector<Error> errors;
  const auto rules = RuleSet::load({default_pack()}, errors);
  REQUIRE(rules != nullptr);
  for (const Error& error : test_rules(*rules, 0)) FAIL_CHECK(error.describe());
}
