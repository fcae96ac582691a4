// What a block speaks of: its content words and those of the headings right above it. Two blocks
// with several rare words in common speak of one thing.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "claim/content_index.h"
#include "claim/pattern.h"
#include "outline/outline.h"
#include "text/text.h"

namespace starlint {

/// Whether a byte may stand in a word.
bool is_word_part(char c);
/// The words of a text, as written.
std::vector<std::string_view> words_in(std::string_view text);
/// Of one word; "" where it says nothing by itself.
std::string content_word(std::string_view word, const ClaimPatterns& patterns);

struct Topic {
  Span block;                      // its text
  std::vector<std::string> title;  // of the nearest heading, but "the": small letters, in order
  std::vector<std::string> above;  // stems of its headings, sorted
  std::vector<std::string> words;  // those and its own, sorted
};

/// The topics of one file, by block, each made when first asked for. Not thread-safe.
class Topics {
 public:
  /// REQUIRES: all outlive it; the index is of the text.
  Topics(const Text& text, const Outline& outline, const ClaimPatterns& patterns,
         const ContentIndex& contents)
      : text_(text), outline_(outline), patterns_(patterns), contents_(contents) {}

  /// Of the block around an offset.
  const Topic& at(std::uint32_t offset);

 private:
  Topic read(std::uint32_t block) const;

  const Text& text_;
  const Outline& outline_;
  const ClaimPatterns& patterns_;
  const ContentIndex& contents_;
  std::map<std::uint32_t, Topic> topics_;
};

}  // namespace starlint
