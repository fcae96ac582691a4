// Phrases over words: "tell me about a|the time", "(very)? {past} by {number}". All phrases of a
// book are matched in one pass over the tokens, never across the end of a sentence.
//
// A phrase is a row of words. "a|b" is one of several words; "{past}", "{number}", "{self}",
// "{team}", "{modal}", "{any}" is any word of that class; a "?" behind a word makes it optional; a
// leading "^" ties the phrase to the beginning of a sentence, a leading "!" means any other word.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "narrative/words.h"

namespace starlint {

class PhraseBook {
 public:
  /// Adds a phrase that reports `value`. An error says what is wrong with it, without a place.
  Status add(std::string_view phrase, std::uint32_t value, Vocabulary& vocabulary);

  /// Calls found(value, first, last) for every phrase that matches tokens[first, last), at most
  /// once for a phrase and a first token, in the order of the tokens.
  template <typename Found>
  void match(const std::vector<Word>& tokens, Found found) const {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      match_list(by_word(tokens[at].word), tokens, at, found);
      if (tokens[at].classes != 0) match_list(by_class_, tokens, at, found);
    }
  }

 private:
  struct Slot {
    std::vector<std::uint32_t> words;  // one of these, sorted, or
    std::uint16_t classes = 0;         // one of these classes
    bool any = false;
    bool optional = false;
    bool other = false;  // none of these
    bool fits(const Word& token) const;
  };
  struct Phrase {
    std::vector<Slot> slots;
    bool at_start = false;
    std::uint32_t value = 0;
  };

  template <typename Found>
  void match_list(const std::vector<std::uint32_t>& list, const std::vector<Word>& tokens,
                  std::size_t at, Found& found) const {
    for (const std::uint32_t index : list) {
      const std::size_t end = end_of(phrases_[index], 0, tokens, at, at);
      if (end != 0) found(phrases_[index].value, at, end);
    }
  }
  const std::vector<std::uint32_t>& by_word(std::uint32_t word) const {
    return word < by_word_.size() ? by_word_[word] : by_word_[0];
  }
  // The token behind the match of slots[slot...] at `at`, or 0 where there is none.
  static std::size_t end_of(const Phrase& phrase, std::size_t slot, const std::vector<Word>& tokens,
                            std::size_t first, std::size_t at);

  std::vector<Phrase> phrases_;
  std::vector<std::vector<std::uint32_t>> by_word_{1};  // phrases by their first word; [0] is empty
  std::vector<std::uint32_t> by_class_;                 // phrases that begin with a class
};

}  // namespace starlint
