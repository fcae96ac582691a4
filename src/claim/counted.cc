#include "claim/counted.h"

#include "base/strings.h"

namespace starlint {

namespace {

constexpr std::size_t kReach = 3;  // words behind a count that may be what is counted
constexpr std::string_view kEnds = ",;:.()\x01\x02\x03\x04\x05\x06\x07\x08";

}  // namespace

bool counts_others(const Masked& masked, std::uint32_t offset, std::string_view word_class,
                   const ClaimPatterns& patterns) {
  const Pattern* known = patterns.word_class(word_class);
  const std::uint32_t end = masked.sentence(offset).end;
  if (known == nullptr || end <= offset + 1) return false;
  const std::string_view behind = masked.text().substr(offset + 1, end - offset - 1);
  std::size_t looked_at = 0;
  for (const std::string_view word :
       split(trim(behind.substr(0, behind.find_first_of(kEnds))), ' ')) {
    const std::string lower = ascii_lower(word);
    if (++looked_at > kReach || patterns.is_word("stop", lower)) return false;
    if (patterns.nouns().fold(lower) == lower) continue;
    return !known->found_in(lower, {0, static_cast<std::uint32_t>(lower.size())});
  }
  return false;
}

}  // namespace starlint
