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

bool is_possessive(std::string_view word, const ClaimPatterns& patterns) {
  const Pattern* endings = patterns.word_class("possessive");
  return endings != nullptr &&
         endings->found_in(word, {0, static_cast<std::uint32_t>(word.size())});
}

}  // namespace

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
    if (i > 0 && complement) return out;
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
