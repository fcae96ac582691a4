#include "claim/pattern.h"

#include <algorithm>

#include "base/strings.h"

namespace starlint {

const Pattern* ClaimPatterns::word_class(std::string_view name) const {
  const auto found = word_patterns_.find(name);
  return found == word_patterns_.end() ? nullptr : &found->second;
}

const std::vector<std::string>& ClaimPatterns::classes_of(std::string_view word) const {
  static const std::vector<std::string> none;
  const auto found = classes_.find(word);
  return found == classes_.end() ? none : found->second;
}

bool ClaimPatterns::is_word(std::string_view word_class, std::string_view word) const {
  const std::vector<std::string>& classes = classes_of(word);
  return std::find(classes.begin(), classes.end(), word_class) != classes.end();
}

std::vector<std::string_view> ClaimPatterns::word_classes(std::string_view group) const {
  const std::string prefix = cat(group, "_");
  std::vector<std::string_view> out;
  for (auto it = word_patterns_.lower_bound(prefix);
       it != word_patterns_.end() && it->first.starts_with(prefix); ++it) {
    out.push_back(it->first);
  }
  return out;
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

std::string_view ClaimPatterns::parts_of(std::string_view attribute) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const ClaimEntry& entry) {
    return entry.attribute == attribute && !entry.parts.empty();
  });
  return found == entries_.end() ? std::string_view() : std::string_view(found->parts);
}

const Attribute* ClaimPatterns::attribute(std::string_view name) const {
  const auto found = std::find_if(attributes_.begin(), attributes_.end(),
                                  [&](const Attribute& one) { return one.name == name; });
  return found == attributes_.end() ? nullptr : &*found;
}

}  // namespace starlint
