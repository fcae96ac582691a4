#include "metric/words.h"

#include <algorithm>

#include "base/strings.h"

namespace starlint {

namespace {

constexpr std::size_t kCompound = 3;  // parts that a hyphen joins
constexpr std::size_t kStem = 5;      // letters that a word and its derivative share at least
constexpr std::size_t kShort = 4;     // the same where the ending is short: "wait", "waited"
constexpr std::size_t kEnding = 3;    // letters of a short ending
constexpr std::size_t kRoot = 7;      // letters that two forms share: "delivery", "deliveries"

bool in_word(char c) {
  return is_ascii_alnum(c) || c == '-' || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::vector<std::string> folded_words(std::string_view masked) {
  std::vector<std::string> words;
  std::string word;
  // "Time-to-hire" is three words, "re-use" one.
  const auto finish = [&] {
    while (!word.empty() && (word.back() == '-' || word.back() == '\'')) word.pop_back();
    if (!word.empty() && word.front() != '-') words.push_back(word);
    const auto parts = static_cast<std::size_t>(std::count(word.begin(), word.end(), '-')) + 1;
    if (parts >= kCompound && word.front() != '-') {
      words.pop_back();
      for (const std::string_view part : split(word, '-')) words.emplace_back(part);
    }
    word.clear();
  };
  for (const char c : masked) {
    if (in_word(c)) {
      word += ascii_lower(c);
    } else {
      finish();
    }
  }
  finish();
  return words;
}

bool same_word(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (!b.starts_with(a)) {
    const auto shared =
        static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
    return shared >= kRoot && a.size() - shared <= kEnding && b.size() - shared <= kEnding;
  }
  // "Box" and "boxes"
  const bool ends = b == std::string(a) + "s" || b == std::string(a) + "es";
  const bool plural = ends && a.size() >= 3;
  const bool inflected = a.size() >= kShort && b.size() - a.size() <= kEnding;
  return a.size() == b.size() || plural || inflected || a.size() >= kStem;
}

bool holds_word(const std::vector<std::string>& words, std::string_view word) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& other) { return same_word(other, word); });
}

}  // namespace starlint
