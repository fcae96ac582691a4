#include "text/literal_finder.h"

#include <algorithm>

#include "text/literal_head.h"

namespace starlint {

LiteralFinder::LiteralFinder(const AnyOf& literals) {
  const auto first_byte = [](const Literal& literal) {
    return static_cast<unsigned char>(literal.text.front());
  };
  AnyOf sorted = literals;
  std::sort(sorted.begin(), sorted.end(),
            [&](const Literal& a, const Literal& b) { return first_byte(a) < first_byte(b); });
  for (const Literal& literal : sorted) {
    const unsigned char byte = first_byte(literal);
    places_[byte] |= literal.opens_word ? kBetweenWords : kAnywhere;
    ++first_[byte + 1U];
    heads_.push_back(
        {head_at(literal.text, 0), head_mask(literal.text.size()), literal.opens_word});
  }
  for (std::size_t i = 0; i + 1 < first_.size(); ++i) {
    first_[i + 1] = static_cast<std::uint16_t>(first_[i + 1] + first_[i]);
  }
}

bool LiteralFinder::stands_at(std::string_view lower, std::size_t at, bool inside_word) const {
  const std::uint64_t head = head_at(lower, at);
  const auto byte = static_cast<unsigned char>(lower[at]);
  for (std::size_t i = first_[byte]; i < first_[byte + 1U]; ++i) {
    const Head& one = heads_[i];
    if (((head ^ one.bytes) & one.mask) == 0 && !(one.opens_word && inside_word)) return true;
  }
  return false;
}

std::size_t LiteralFinder::next(std::string_view lower, std::size_t from) const {
  bool behind_word = from > 0 && from <= lower.size() && is_word_byte(lower[from - 1]);
  for (std::size_t at = from; at < lower.size(); ++at) {
    const bool word = is_word_byte(lower[at]);
    const bool inside = word && behind_word;
    behind_word = word;
    const std::uint8_t places = places_[static_cast<unsigned char>(lower[at])];
    if ((places & (inside ? kInsideWord : kBetweenWords)) == 0) continue;
    if (stands_at(lower, at, inside)) return at;
  }
  return kNowhere;
}

}  // namespace starlint
