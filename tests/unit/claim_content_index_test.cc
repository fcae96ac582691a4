#include "claim/content_index.h"

#include "catch.h"
#include "unit/default_rules.h"

using namespace starlint;

TEST_CASE("claim: an index gives the content words of any stretch, as if nothing stood around it") {
  const ClaimPatterns& patterns = default_rules().claims().patterns;
  const std::string text =
      "The ferry's 40 Harbours queued for x1y hours; caf\xC3\xA9 queues queued, the harbour's too.";
  const ContentIndex index(text, patterns);
  CHECK(index.words({0, static_cast<std::uint32_t>(text.size())}) ==
        std::vector<std::string>{"caf\xC3\xA9", "ferry", "harbour", "queu", "too"});
  for (std::uint32_t begin = 0; begin <= text.size(); ++begin) {
    for (std::uint32_t end = begin; end <= text.size(); ++end) {
      const std::string part = text.substr(begin, end - begin);
      const ContentIndex alone(part, patterns);
      CHECK(index.words({begin, end}) == alone.words({0, end - begin}));
    }
  }
}
