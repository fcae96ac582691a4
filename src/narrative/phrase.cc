#include "narrative/phrase.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/strings.h"
#include "text/fold.h"

namespace starlint {

namespace {

constexpr std::array<std::pair<std::string_view, std::uint16_t>, 7> kClasses = {
    {{"{past}", kPast},
     {"{number}", kNumber},
     {"{self}", kSelf},
     {"{team}", kTeam},
     {"{modal}", kModal},
     {"{you}", kYou},
     {"{person}", kSelf | kTeam}}};

// More alternatives than this in optional words would make matching slow.
constexpr std::size_t kMaxSlots = 12;

// The words of one alternative as tokens: "不", "don't".
std::vector<std::uint32_t> numbers_of(std::string_view word, Vocabulary& vocabulary) {
  const bool plain = std::all_of(word.begin(), word.end(),
                                 [](char c) { return is_ascii_alpha(c) && c == ascii_lower(c); });
  if (plain && !word.empty()) return {vocabulary.add(word)};  // as most are: folded, and one token
  std::vector<Word> tokens;
  tokenize(word, {0, static_cast<std::uint32_t>(word.size())}, vocabulary, tokens);
  std::vector<std::uint32_t> numbers;
  numbers.reserve(tokens.size());
  for (const Word& token : tokens) {
    numbers.push_back(vocabulary.add(fold(word.substr(token.span.begin, token.span.size()))));
  }
  return numbers;
}

}  // namespace

bool PhraseBook::Slot::fits(const Word& token) const {
  if (any || (token.classes & classes) != 0) return !other;
  return (token.word != 0 && std::binary_search(words.begin(), words.end(), token.word)) != other;
}

Status PhraseBook::add(std::string_view phrase, std::uint32_t value, Vocabulary& vocabulary) {
  Phrase out;
  out.value = value;
  if (phrase.starts_with('^')) {
    out.at_start = true;
    phrase.remove_prefix(1);
  }
  for (std::string_view word : split(phrase, ' ')) {
    if (word.empty()) continue;
    Slot slot;
    if (word.size() > 1 && word.ends_with('?')) {
      slot.optional = true;
      word.remove_suffix(1);
    }
    if (word.size() > 1 && word.starts_with('!')) {
      slot.other = true;
      word.remove_prefix(1);
    }
    std::vector<Slot> more;  // an ideographic word is a row of tokens
    for (const std::string_view one : split(word, '|')) {
      const auto known = std::find_if(kClasses.begin(), kClasses.end(),
                                      [&](const auto& entry) { return entry.first == one; });
      if (one == "{any}") {
        slot.any = true;
      } else if (known != kClasses.end()) {
        slot.classes = static_cast<std::uint16_t>(slot.classes | known->second);
      } else if (one.starts_with('{')) {
        return Error{cat("unknown word class '", one, "'"),
                     {},
                     0,
                     0,
                     "known: {past} {number} {self} {team} {person} {you} {modal} {any}"};
      } else {
        const std::vector<std::uint32_t> numbers = numbers_of(one, vocabulary);
        if (numbers.empty()) return Error{cat("no word in '", phrase, "'"), {}, 0, 0, {}};
        slot.words.push_back(numbers[0]);
        for (std::size_t i = 1; i < numbers.size(); ++i)
          more.push_back({{numbers[i]}, 0, false, false, false});
        if (numbers.size() > 1 && word.find('|') != std::string_view::npos) {
          return Error{cat("an alternative of several words in '", phrase, "'"),
                       {},
                       0,
                       0,
                       "write two phrases"};
        }
      }
    }
    std::sort(slot.words.begin(), slot.words.end());
    out.slots.push_back(std::move(slot));
    out.slots.insert(out.slots.end(), more.begin(), more.end());
  }
  if (out.slots.empty() || out.slots.size() > kMaxSlots || out.slots[0].optional ||
      out.slots[0].any || out.slots[0].other) {
    return Error{cat("a phrase begins with a word that is not optional and has at most ",
                     unsigned{kMaxSlots}, " words: '", phrase, "'"),
                 {},
                 0,
                 0,
                 {}};
  }
  const auto index = static_cast<std::uint32_t>(phrases_.size());
  if (out.slots[0].classes != 0) by_class_.push_back(index);
  for (const std::uint32_t word : out.slots[0].words) {
    if (by_word_.size() <= word) by_word_.resize(word + 1);
    by_word_[word].push_back(index);
  }
  phrases_.push_back(std::move(out));
  return success();
}

std::size_t PhraseBook::end_of(const Phrase& phrase, std::size_t slot,
                               const std::vector<Word>& tokens, std::size_t first, std::size_t at) {
  if (at == first && slot == 0 && phrase.at_start && !tokens[at].is(kSentence)) return 0;
  if (slot == phrase.slots.size()) return at;
  const Slot& wanted = phrase.slots[slot];
  const bool here = at < tokens.size() && (at == first || !tokens[at].is(kSentence));
  if (here && wanted.fits(tokens[at])) {
    const std::size_t end = end_of(phrase, slot + 1, tokens, first, at + 1);
    if (end != 0) return end;
  }
  return wanted.optional ? end_of(phrase, slot + 1, tokens, first, at) : 0;
}

}  // namespace starlint
