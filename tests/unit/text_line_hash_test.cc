#include "catch.h"
#include "text/line_hash.h"

using namespace starlint;
using Hashes = std::vector<std::string>;

// The expected values are those of GitHub's own tests (github/codeql-action).
TEST_CASE("text: line hashes equal GitHub's") {
  CHECK(github_line_hashes("") == Hashes{"c129715d7a2bc9a3:1"});
  CHECK(github_line_hashes(" a\nb\n  \t\tc\n d") == Hashes{"271789c17abda88f:1",
                                                           "54703d4cd895b18:1", "180aee12dab6264:1",
                                                           "a23a3dc5e078b07b:1"});
}

TEST_CASE("text: line hashes do not see how lines end") {
  const Hashes expected{"e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1",
                        "e20e36e16fcb0cc8:1", "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1",
                        "c129715d7a2bc9a3:1"};
  CHECK(github_line_hashes(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n") == expected);
  CHECK(github_line_hashes(" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r") == expected);
  CHECK(github_line_hashes(" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n") ==
        expected);
  CHECK(github_line_hashes(" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n") == expected);
}

TEST_CASE("text: equal line hashes are counted") {
  std::string text;
  for (int i = 0; i < 10; ++i) text += "Lorem ipsum dolor sit amet.\n";
  CHECK(github_line_hashes(text) ==
        Hashes{"a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3",
               "a7f2ff13bc495cf2:4", "a7f2ff13bc495cf2:5", "a7f2ff13bc495cf2:6",
               "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1",
               "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1"});
}
