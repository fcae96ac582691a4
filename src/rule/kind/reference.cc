#include "rule/kind/reference.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "base/strings.h"
#include "claim/topic.h"

namespace starlint {

namespace {

constexpr std::size_t kPointers = 3;  // words before a count that may point: "all of the 46"
constexpr std::size_t kBehind = 4;    // words behind it that may say which, or that it is all
constexpr std::size_t kTaken = 5;     // words before it: "every single one of the 46"
constexpr std::size_t kLimit = 3;     // words behind one that limits, until one that says to what
constexpr std::uint32_t kReach = 48;  // bytes on each side of a figure that are looked at
constexpr std::string_view kClauses = ".;:!?|,()";

std::string_view before(std::string_view text, Span block, const Claim& claim,
                        std::string_view stops) {
  const std::uint32_t reach = std::min(kReach, claim.span.begin - block.begin);
  std::string_view out = text.substr(claim.span.begin - reach, reach);
  const std::size_t stop = out.find_last_of(stops);
  if (stop != std::string_view::npos) out.remove_prefix(stop + 1);
  return out;
}

std::string_view behind(std::string_view text, Span block, const Claim& claim,
                        std::string_view stops) {
  const std::uint32_t reach = std::min(kReach, block.end - claim.span.end);
  const std::string_view out = text.substr(claim.span.end, reach);
  return out.substr(0, out.find_first_of(stops));
}

/// "The chain's", not "he's".
bool is_possessive(std::string_view word, const ClaimPatterns& patterns) {
  const Pattern* endings = patterns.word_class("possessive");
  const std::string_view owner = word.substr(0, word.find_first_of("'\xE2"));
  if (patterns.is_word("pronoun", ascii_lower(owner))) return false;
  return endings != nullptr &&
         endings->found_in(word, {0, static_cast<std::uint32_t>(word.size())});
}

class PointingReader {
 public:
  PointingReader(const ClaimPatterns& patterns, bool counts)
      : patterns_(patterns), counts_(counts) {}

  void read_before(const std::vector<std::string_view>& words) {
    for (std::size_t i = 0; i < std::min(words.size(), kTaken); ++i) {
      const std::string word = ascii_lower(words[words.size() - 1 - i]);
      const bool pointing = is("pointing", word);
      // "Every 40 days" is a rhythm.
      const bool whole = is("universal", word) && (i > 0 || !is("each", word));
      if (i == 0) {
        out_.these = is("demonstrative", word);
        out_.back = pointing || out_.these || whole || is_possessive(word, patterns_);
        out_.assumed = counts_ && is("behind", word);
        if (!out_.back) return;
      }
      out_.whole = out_.whole || whole;
      if (i > 0 && !whole && !pointing && !is("complement", word) && !is("member", word)) return;
    }
  }

  void read_behind(const std::vector<std::string_view>& words) {
    out_.bare = words.empty() || content_word(words.front(), patterns_).empty();
    for (std::size_t i = 0; i < std::min(words.size(), kBehind); ++i) {
      const std::string word = ascii_lower(words[i]);
      if (counts_ && i > 0 && is("finite", word)) return;  // "all five markets went live in May"
      const bool clause = (i > 0 || !counts_) && is("first_person", word);
      if (!clause && !is("restrictive", word)) continue;
      out_.limited = true;
      // "The 46 new shops": the word itself says which.
      const std::size_t first = i == 0 && counts_ ? i : i + 1;
      // "9 days of that course" are a part of it.
      out_.event = first < words.size() && !is("complement", word) &&
                   is("demonstrative", ascii_lower(words[first]));
      if (i == 0 && !counts_ && is("complement", word) && first < words.size()) {
        out_.assumed = !is("pointing", ascii_lower(words[first]));
      }
      for (std::size_t k = first; k < words.size() && k <= i + kLimit; ++k) {
        // "All 46 samples I took were …"
        if (k > first && is("finite", ascii_lower(words[k]))) return;
        if (is("light", ascii_lower(words[k]))) continue;
        out_.limit = content_word(words[k], patterns_);
        if (!out_.limit.empty()) return;
      }
      return;
    }
  }

  const Pointing& pointing() const { return out_; }

 private:
  bool is(std::string_view word_class, const std::string& word) const {
    return patterns_.is_word(word_class, word);
  }

  const ClaimPatterns& patterns_;
  bool counts_;
  Pointing out_;
};

}  // namespace

Pointing pointing_of(std::string_view text, Span block, const Claim& claim,
                     const ClaimPatterns& patterns) {
  // "The 20-page manual" counts no manuals.
  if (claim.span.end < block.end && text[claim.span.end] == '-') return {};
  PointingReader reader(patterns, claim.value.kind == ValueKind::Cardinal);
  reader.read_before(words_in(before(text, block, claim, kClauses)));
  reader.read_behind(words_in(behind(text, block, claim, kClauses)));
  return reader.pointing();
}

Reference reference_of(std::string_view text, Span block, const Claim& claim,
                       const ClaimPatterns& patterns) {
  const std::vector<std::string_view> words = words_in(before(text, block, claim, kClauses));
  Reference out = Reference::None;
  for (std::size_t i = 0; i < std::min(words.size(), kPointers); ++i) {
    const std::string word = ascii_lower(words[words.size() - 1 - i]);
    if (patterns.is_word("universal", word)) {
      out = Reference::Whole;
    } else if (i == 0 && (patterns.is_word("pointing", word) || is_possessive(word, patterns))) {
      out = Reference::Taken;
    } else if (!patterns.is_word("complement", word) && !patterns.is_word("pointing", word)) {
      break;
    }
  }
  if (out == Reference::None) return out;
  const std::vector<std::string_view> after = words_in(behind(text, block, claim, kClauses));
  for (std::size_t i = 0; i < std::min(after.size(), kBehind); ++i) {
    const std::string word = ascii_lower(after[i]);
    if (patterns.is_word("universal", word)) return Reference::Whole;
    const bool complement = patterns.is_word("complement", word);
    if (i > 0 && (complement || patterns.is_word("finite", word))) return out;
    if (patterns.is_word("restrictive", word)) return Reference::None;
  }
  return out;
}

std::string_view amount_of(std::string_view text, Span block, const Claim& claim,
                           const ClaimPatterns& patterns) {
  std::string_view out;
  const std::string_view sides[] = {before(text, block, claim, kClauses),
                                    behind(text, block, claim, kClauses)};
  for (const std::string_view kind : patterns.word_classes("money")) {
    const Pattern& words = *patterns.word_class(kind);
    const bool told = std::any_of(std::begin(sides), std::end(sides), [&](auto side) {
      return words.found_in(side, {0, static_cast<std::uint32_t>(side.size())});
    });
    if (!told) continue;
    if (!out.empty()) return {};
    out = kind;
  }
  return out;
}

}  // namespace starlint
