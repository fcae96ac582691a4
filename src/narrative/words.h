// The words of prose as numbers: one hash lookup a word, then everything else compares integers.
// A script without spaces (Chinese, Japanese) gives one token a character.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"
#include "base/string_map.h"

namespace starlint {

/// What a word is, apart from which. Bits of Word::classes.
enum WordClass : std::uint16_t {
  kSelf = 1,              // I, my
  kTeam = 2,              // we, our
  kYou = 4,               // you, your
  kPast = 8,              // a verb in the past tense
  kModal = 16,            // would, will, should
  kHabit = 32,            // usually, always
  kNumber = 64,           // begins with a digit
  kNotPast = 256,         // ends like a past tense, is none: "need"
  kInstruct = 512,        // opens an instruction to the writer: "describe", "explain"
  kSentence = 1024,       // set on tokens only: the first of a sentence
  kSubject = 2048,        // the speaker acts: "I", "we"
  kState = 4096,          // a verb in the past tense that tells no deed: "was", "felt"
  kPastOfSubject = 8192,  // past right behind a subject: "I shared", but "the shared folder"
};

struct Word {
  Span span;
  std::uint32_t word = 0;  // number in the vocabulary; 0 where it is not in it
  std::uint16_t classes = 0;

  bool is(WordClass c) const { return (classes & c) != 0; }
};

class Vocabulary {
 public:
  Vocabulary() : classes_{0} {}

  /// Whether it knows no word.
  bool empty() const { return numbers_.empty(); }

  /// The number of a folded word, made if need be.
  std::uint32_t add(std::string_view folded);
  void mark(std::string_view folded, WordClass c) { classes_[add(folded)] |= c; }
  /// Words that end so are of these classes, unless they are kNotPast. Not folded: accents tell.
  void add_ending(std::string_view ending, std::uint16_t classes) {
    endings_.emplace_back(ending, classes);
  }

  /// Number and classes of a folded word; `raw` is the word as written, whose ending tells more.
  Word look_up(std::string_view folded, std::string_view raw) const;

 private:
  StringMap<std::uint32_t> numbers_;
  std::vector<std::uint16_t> classes_;  // by number
  std::vector<std::pair<std::string, std::uint16_t>> endings_;
};

/// Appends the tokens of utf8[span]; the first of each sentence carries kSentence.
void tokenize(std::string_view utf8, Span span, const Vocabulary& vocabulary,
              std::vector<Word>& out);

}  // namespace starlint
