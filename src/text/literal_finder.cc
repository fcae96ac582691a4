#include "text/literal_finder.h"

#include <algorithm>

#include "text/literal_head.h"

namespace starlint {

namespace {

/// By the low five bits of a byte, which tell letters apart.
std::uint32_t bit_of(char c) { return std::uint32_t{1} << (static_cast<unsigned char>(c) & 31U); }

}  // namespace

LiteralFinder::LiteralFinder(const AnyOf& literals) {
  const auto first_byte = [](const Literal& literal) {
    return static_cast<unsigned char>(literal.text.front());
  };
  AnyOf sorted = literals;
  std::sort(sorted.begin(), sorted.end(),
            [&](const Literal& a, const Literal& b) { return first_byte(a) < first_byte(b); });
  for (const Literal& literal : sorted) {
    const unsigned char byte = first_byte(literal);
    Start& start = starts_[byte];
    start.places |= literal.opens_word ? kBetweenWords : kAnywhere;
    start.seconds |= literal.text.size() == 1 ? ~std::uint32_t{0} : bit_of(literal.text[1]);
    ++starts_[byte + 1U].first;
    heads_.push_back(
        {head_at(literal.text, 0), head_mask(literal.text.size()), literal.opens_word});
  }
  for (std::size_t i = 0; i + 1 < starts_.size(); ++i) {
    starts_[i + 1].first = static_cast<std::uint16_t>(starts_[i + 1].first + starts_[i].first);
  }
}

bool LiteralFinder::stands_at(std::string_view lower, std::size_t at, bool inside_word) const {
  const std::uint64_t head = head_at(lower, at);
  const auto byte = static_cast<unsigned char>(lower[at]);
  for (std::size_t i = starts_[byte].first; i < starts_[byte + 1U].first; ++i) {
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
    const Start& start = starts_[static_cast<unsigned char>(lower[at])];
    if ((start.places & (inside ? kInsideWord : kBetweenWords)) == 0) continue;
    if ((start.seconds & bit_of(at + 1 < lower.size() ? lower[at + 1] : '\0')) == 0) continue;
    if (stands_at(lower, at, inside)) return at;
  }
  return kNowhere;
}

}  // namespace starlint
