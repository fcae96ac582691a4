#include "claim/counted.h"

#include <algorithm>
#include <string>

#include "base/strings.h"

namespace starlint {

namespace {

constexpr std::size_t kReach = 3;  // words behind a count that may be what is counted
constexpr std::string_view kEnds = ",;:.()\x01\x02\x03\x04\x05\x06\x07\x08";

bool is_of(const Pattern& word_class, std::string_view word) {
  return word_class.found_in(word, {0, static_cast<std::uint32_t>(word.size())});
}

/// "Testers from India" are testers: the last word before one of the language's small words.
std::string head_of(std::string_view noun, const ClaimPatterns& patterns) {
  std::string head;
  for (const std::string_view word : split(noun, ' ')) {
    std::string lower = ascii_lower(word);
    if (!head.empty() && patterns.is_word("stop", lower)) break;
    head = std::move(lower);
  }
  return head;
}

std::size_t count_others(const PartList& list, const Pattern& word_class,
                         const ClaimPatterns& patterns) {
  const auto others = std::count_if(list.items.begin(), list.items.end(), [&](const ListItem& one) {
    const std::string head = head_of(one.noun, patterns);
    return !one.self && !one.named && !is_of(word_class, head) && !is_of(word_class, head + "s");
  });
  return static_cast<std::size_t>(others);
}

}  // namespace

bool counts_others(const Masked& masked, std::uint32_t offset, bool one,
                   std::string_view word_class, const ClaimPatterns& patterns) {
  const Pattern* known = patterns.word_class(word_class);
  const std::uint32_t end = masked.sentence(offset).end;
  if (known == nullptr || end <= offset + 1) return false;
  const std::string_view behind = masked.text().substr(offset + 1, end - offset - 1);
  std::size_t looked_at = 0;
  for (const std::string_view word :
       split(trim(behind.substr(0, behind.find_first_of(kEnds))), ' ')) {
    const std::string lower = ascii_lower(word);
    if (++looked_at > kReach || patterns.is_word("stop", lower)) return false;
    if (one) return !is_of(*known, lower + "s");
    if (patterns.nouns().fold(lower) == lower) continue;
    return !is_of(*known, lower);
  }
  return false;
}

bool counts_first_part(const Masked& masked, std::uint32_t offset, std::string_view word_class,
                       const ClaimPatterns& patterns) {
  const Pattern* known = patterns.word_class(word_class);
  if (known == nullptr) return false;
  const Span behind{offset, masked.sentence(offset).end};
  const PartList list = read_list(masked, behind, token::kCount, true, patterns);
  const bool long_list = list.items.size() > 2;  // "2 DBAs, 5 developers and 2 SREs"
  return list.complete && list.items.size() > 1 &&
         (long_list || count_others(list, *known, patterns) == 0);
}

bool lists_others(const PartList& list, std::string_view word_class,
                  const ClaimPatterns& patterns) {
  const Pattern* known = patterns.word_class(word_class);
  return known != nullptr && count_others(list, *known, patterns) * 2 > list.items.size();
}

}  // namespace starlint
