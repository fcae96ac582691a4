#include "claim/pattern.h"

#include <algorithm>

namespace starlint {

const Pattern* ClaimPatterns::word_class(std::string_view name) const {
  const auto found = word_patterns_.find(name);
  return found == word_patterns_.end() ? nullptr : &found->second;
}

bool ClaimPatterns::is_word(std::string_view word_class, std::string_view word) const {
  const auto found = plain_words_.find(word_class);
  return found != plain_words_.end() && found->second.count(word) != 0;
}

double ClaimPatterns::fraction(std::string_view words) const {
  const auto found = fractions_.find(words);
  return found == fractions_.end() ? 0 : found->second;
}

namespace {

using WordMap = std::map<std::string, std::string, std::less<>>;

std::string_view look_up(const WordMap& words, std::string_view word) {
  const auto found = words.find(word);
  return found == words.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace

std::string_view ClaimPatterns::contrast(std::string_view word) const {
  return look_up(contrasts_, word);
}

std::string_view ClaimPatterns::activity(std::string_view word) const {
  return look_up(activities_, word);
}

const Attribute* ClaimPatterns::attribute(std::string_view name) const {
  const auto found = std::find_if(attributes_.begin(), attributes_.end(),
                                  [&](const Attribute& one) { return one.name == name; });
  return found == attributes_.end() ? nullptr : &*found;
}

}  // namespace starlint
