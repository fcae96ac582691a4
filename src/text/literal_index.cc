#include "text/literal_index.h"

#include <algorithm>
#include <cstring>

#include "base/strings.h"

namespace starlint {

namespace {

constexpr std::size_t kKey = sizeof(std::uint32_t);  // bytes that are hashed

// Slots of the hash: about four for each literal, within what the nearest cache holds.
constexpr std::uint32_t kFewestBits = 6;
constexpr std::uint32_t kMostBits = 14;

// Where a literal may begin.
constexpr std::uint8_t kInside = 1;
constexpr std::uint8_t kOpening = 2;
constexpr std::uint8_t kAnywhere = 3;

constexpr std::array<bool, 256> word_bytes() {
  std::array<bool, 256> out{};
  for (std::size_t c = 0; c < out.size(); ++c) {
    out[c] = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }
  return out;
}
constexpr std::array<bool, 256> kWordBytes = word_bytes();

bool is_word(char c) { return kWordBytes[static_cast<unsigned char>(c)]; }

}  // namespace

LiteralId LiteralIndex::add(const Literal& literal) {
  literals_.push_back(literal);
  return static_cast<LiteralId>(literals_.size() - 1);
}

bool LiteralIndex::is_long(const Literal& literal) const { return literal.text.size() >= kKey; }

std::uint32_t LiteralIndex::slot_of(const char* bytes) const {
  std::uint32_t key = 0;
  std::memcpy(&key, bytes, kKey);
  return (key * 2654435761U) >> (32 - slot_bits_);  // Knuth's multiplicative hash
}

LiteralIndex::Buckets LiteralIndex::bucket(bool long_ones, std::size_t slots) const {
  std::vector<std::pair<std::uint32_t, LiteralId>> entries;
  for (LiteralId id = 0; id < literals_.size(); ++id) {
    const std::string& text = literals_[id].text;
    if (is_long(literals_[id]) != long_ones) continue;
    entries.emplace_back(long_ones ? slot_of(text.data()) : static_cast<unsigned char>(text[0]),
                         id);
  }
  std::sort(entries.begin(), entries.end());
  Buckets out;
  out.places.assign(slots, 0);
  out.first.assign(slots + 1, 0);
  for (const auto& [slot, id] : entries) {
    out.places[slot] |= literals_[id].opens_word ? kOpening : kAnywhere;
    ++out.first[slot + 1];
    out.order.push_back(id);
  }
  for (std::size_t i = 0; i < slots; ++i) out.first[i + 1] += out.first[i];
  return out;
}

void LiteralIndex::freeze() {
  slot_bits_ = kFewestBits;
  while (slot_bits_ < kMostBits && (literals_.size() << 2) >> slot_bits_ != 0) ++slot_bits_;
  short_ = bucket(false, 256);
  long_ = bucket(true, std::size_t{1} << slot_bits_);
}

void LiteralIndex::compare(const Buckets& buckets, std::uint32_t slot, std::string_view lower,
                           std::size_t at, bool opens, std::vector<LiteralId>& found) const {
  for (std::uint32_t i = buckets.first[slot]; i < buckets.first[slot + 1]; ++i) {
    const Literal& literal = literals_[buckets.order[i]];
    const std::size_t end = at + literal.text.size();
    if (end > lower.size() || (literal.opens_word && !opens)) continue;
    if (literal.closes_word && end < lower.size() && is_word(lower[end])) continue;
    if (std::memcmp(lower.data() + at, literal.text.data(), literal.text.size()) != 0) continue;
    found.push_back(buckets.order[i]);
  }
}

void LiteralIndex::find(std::string_view lower, std::vector<LiteralId>& found) const {
  bool in_word = false;
  for (std::size_t at = 0; at < lower.size(); ++at) {
    const bool word = is_word(lower[at]);
    const bool opens = word && !in_word;
    const std::uint8_t place = word && in_word ? kInside : kOpening;
    in_word = word;
    const auto first = static_cast<unsigned char>(lower[at]);
    if ((short_.places[first] & place) != 0) compare(short_, first, lower, at, opens, found);
    if (at + kKey > lower.size()) continue;
    const std::uint32_t slot = slot_of(lower.data() + at);
    if ((long_.places[slot] & place) != 0) compare(long_, slot, lower, at, opens, found);
  }
}

}  // namespace starlint
