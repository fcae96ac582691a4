#include "catch.h"
#include "finding/message.h"

using namespace starlint;

TEST_CASE("finding: a template fills by name and numbers for SARIF") {
  const auto message = MessageTemplate::parse("'{a}' v '{b}', again '{a}', {{braces}}");
  REQUIRE(message);
  CHECK(message->fill({{"b", "6"}, {"a", "8"}}) == "'8' v '6', again '8', {braces}");
  CHECK(message->ordered({{"b", "6"}, {"a", "8"}}) == std::vector<std::string>{"8", "6"});
  CHECK(message->numbered() == "'{0}' v '{1}', again '{0}', {{braces}}");
  CHECK_FALSE(MessageTemplate::parse("open {a"));
  CHECK_FALSE(MessageTemplate::parse("close a}"));
}
