#include "claim/captured.h"

#include <vector>

#include "base/strings.h"
#include "claim/topic.h"

namespace starlint {

std::string folded_words(std::string_view words, const ClaimPatterns& patterns) {
  std::vector<std::string> out;
  for (const std::string_view word : split(trim(words), ' ')) {
    out.push_back(patterns.nouns().fold(word));
  }
  return join(out, " ");
}

std::string activity_of(std::string_view words, const ClaimPatterns& patterns) {
  std::string out;
  for (const std::string_view word : split(trim(words), ' ')) {
    const std::string_view activity = patterns.activity(patterns.nouns().fold(word));
    if (activity.empty() || activity == out) continue;
    if (!out.empty()) return folded_words(words, patterns);
    out = activity;
  }
  return out.empty() ? folded_words(words, patterns) : out;
}

std::string scope_at(std::string_view text, Span group, const ClaimPatterns& patterns) {
  const Pattern* plain = patterns.word_class("plain");
  std::vector<std::string> out;
  // "front-desk team" is "front desk team", too.
  const auto add = [&](std::string_view words) {
    for (const std::string_view word : split(words, '-')) {
      if (!word.empty()) out.push_back(patterns.nouns().fold(word));
    }
  };
  for (const std::string_view word : split(trim(text.substr(group.begin, group.size())), ' ')) {
    const bool skipped =
        plain != nullptr && plain->found_in(word, {0, static_cast<std::uint32_t>(word.size())});
    if (skipped) {
      out.clear();
    } else {
      add(word);
    }
  }
  constexpr std::size_t kReach = 40;  // bytes: two words
  const std::vector<std::string_view> behind = words_in(text.substr(group.end, kReach));
  for (std::size_t i = 0; i + 1 < behind.size() && !out.empty(); ++i) {
    const bool team = patterns.is_word("team", ascii_lower(behind[i])) &&
                      patterns.is_word("team", ascii_lower(behind[i + 1]));
    if (!team) break;
    add(behind[i]);
  }
  return join(out, " ");
}

}  // namespace starlint
