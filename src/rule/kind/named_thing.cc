#include "rule/kind/named_thing.h"

#include <algorithm>

#include "base/strings.h"
#include "claim/topic.h"

namespace starlint {

std::vector<std::string> named_thing(const std::string& subject, const ClaimPatterns& patterns) {
  std::vector<std::string> out;
  for (const std::string_view word : split(subject, ' ')) {
    if (patterns.is_word("stop", word)) {
      if (out.empty()) continue;
      break;
    }
    std::string content = content_word(word, patterns);
    const bool said_of_all = patterns.is_word("light", word) || patterns.is_word("team", word);
    if (!content.empty() && !said_of_all) out.push_back(std::move(content));
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> named_post(std::string_view text, const ClaimPatterns& patterns) {
  std::vector<std::string> out;
  bool named = false;
  for (const std::string_view raw : words_in(text)) {
    std::string word = patterns.nouns().fold(raw);
    const bool office = patterns.is_word("office", word);
    if (!office && (named || !patterns.is_word("office_kind", word))) {
      if (named) break;
      out.clear();
      continue;
    }
    named = named || office;
    out.push_back(std::move(word));
  }
  if (!named) out.clear();
  return out;
}

}  // namespace starlint
