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

TEST_CASE("a message cuts a long quotation behind a word, and nothing else") {
  const auto message = MessageTemplate::parse("'{said}' is {sum}");
  REQUIRE(message);
  std::string said = "über";
  std::string sum = "1";
  for (int i = 0; i < 40; ++i) {
    said += " und";
    sum += " + 1";
  }
  std::string cut = "über";
  for (int i = 0; i < 23; ++i) cut += " und";
  CHECK(message->fill({{"said", said}, {"sum", sum}}) == "'" + cut + "…' is " + sum);
  CHECK(message->ordered({{"said", said}, {"sum", sum}}) ==
        std::vector<std::string>{cut + "…", sum});
  const std::string word(100, 'x');
  CHECK(message->fill({{"said", word}, {"sum", "2"}}) == "'" + word + "' is 2");
}
