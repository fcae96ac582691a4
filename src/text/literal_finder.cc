#include "text/literal_finder.h"

#include <algorithm>

#include "base/lower_bytes.h"
#include "text/literal_head.h"

namespace starlint {

namespace {

/// By the low five bits of a byte, which tell letters apart, and not their case.
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
    Start& start = starts_[first_byte(literal)];
    if (start.end == 0) start.first = static_cast<std::uint16_t>(heads_.size());
    start.places |= literal.opens_word ? kBetweenWords : kAnywhere;
    start.seconds |= literal.text.size() == 1 ? ~std::uint32_t{0} : bit_of(literal.text[1]);
    heads_.push_back(
        {head_at(literal.text, 0), head_mask(literal.text.size()), literal.opens_word});
    start.end = static_cast<std::uint16_t>(heads_.size());
  }
  for (std::size_t c = 'A'; c <= 'Z'; ++c) starts_[c] = starts_[c + ('a' - 'A')];
}

bool LiteralFinder::stands_at(std::string_view text, std::size_t at) const {
  const Start& start = starts_[static_cast<unsigned char>(text[at])];
  const bool inside = at > 0 && is_word_byte(text[at]) && is_word_byte(text[at - 1]);
  if ((start.places & (inside ? kInsideWord : kBetweenWords)) == 0) return false;
  const std::uint64_t head = lower_bytes(head_at(text, at));
  for (std::size_t i = start.first; i < start.end; ++i) {
    const Head& one = heads_[i];
    if (((head ^ one.bytes) & one.mask) == 0 && !(one.opens_word && inside)) return true;
  }
  return false;
}

std::size_t LiteralFinder::next(std::string_view text, std::size_t from) const {
  for (std::size_t at = from; at < text.size(); ++at) {
    const Start& start = starts_[static_cast<unsigned char>(text[at])];
    // The cheap question comes first: nearly all places fall through it.
    if ((start.seconds & bit_of(at + 1 < text.size() ? text[at + 1] : '\0')) == 0) continue;
    if (stands_at(text, at)) return at;
  }
  return kNowhere;
}

}  // namespace starlint
