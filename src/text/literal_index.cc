#include "text/literal_index.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/strings.h"

namespace starlint {

namespace {

constexpr std::size_t kHead = sizeof(std::uint64_t);  // bytes that are compared at once

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

/// The first `size` bytes of a head.
static std::uint64_t mask_of(std::size_t size) {
  return size >= kHead ? ~std::uint64_t{0} : (std::uint64_t{1} << (size * 8)) - 1;
}

/// The bytes from `at` on, as many as fit in a word, the first one lowest; zeros behind the end.
static std::uint64_t head_at(std::string_view text, std::size_t at) {
  std::uint64_t head = 0;
  if (text.size() - at >= kHead) {
    std::memcpy(&head, text.data() + at, kHead);
  } else {
    std::memcpy(&head, text.data() + at, text.size() - at);
  }
  if constexpr (std::endian::native == std::endian::big) head = __builtin_bswap64(head);
  return head;
}

std::uint32_t LiteralIndex::Buckets::slot_of(std::uint64_t head) const {
  // Fibonacci hashing: Knuth, The Art of Computer Programming 3, 6.4.
  return static_cast<std::uint32_t>(((head & mask_of(key_size)) * 0x9E3779B97F4A7C15U) >>
                                    (64 - slot_bits));
}

LiteralIndex::Buckets LiteralIndex::bucket(std::size_t smallest, std::size_t largest) const {
  Buckets out;
  std::vector<Entry> entries;
  for (LiteralId id = 0; id < literals_.size(); ++id) {
    const Literal& literal = literals_[id];
    const std::size_t size = literal.text.size();
    if (size < smallest || size > largest) continue;
    entries.push_back({head_at(literal.text, 0), mask_of(size), id,
                       static_cast<std::uint32_t>(size), literal.opens_word, literal.closes_word});
  }
  out.key_size = static_cast<std::uint32_t>(smallest);
  out.slot_bits = kFewestBits;
  while (out.slot_bits < kMostBits && (entries.size() << 2) >> out.slot_bits != 0) ++out.slot_bits;
  const std::size_t slots = std::size_t{1} << out.slot_bits;
  out.places.assign(slots, 0);
  out.first.assign(slots + 1, 0);
  for (const Entry& entry : entries) {
    const std::uint32_t slot = out.slot_of(entry.head);
    out.places[slot] |= entry.opens_word ? kOpening : kAnywhere;
    ++out.first[slot + 1];
  }
  for (std::size_t i = 0; i < slots; ++i) out.first[i + 1] += out.first[i];
  std::vector<std::uint32_t> next = out.first;  // by slot, where its next entry goes
  out.entries.resize(entries.size());
  for (const Entry& entry : entries) out.entries[next[out.slot_of(entry.head)]++] = entry;
  return out;
}

void LiteralIndex::freeze() {
  buckets_ = {bucket(1, 1), bucket(2, 3), bucket(4, std::string::npos)};
  for (const Literal& literal : literals_) {
    const auto byte = [&](std::size_t i) -> unsigned {
      return static_cast<unsigned char>(literal.text[i]);
    };
    const bool single = literal.text.size() == 1;  // any byte may follow
    for (unsigned second = single ? 0 : byte(1); second <= (single ? 255 : byte(1)); ++second) {
      opening_.set(second << 8 | byte(0));
      if (!literal.opens_word) inside_.set(second << 8 | byte(0));
    }
  }
}

void LiteralIndex::compare(const Buckets& buckets, std::uint32_t slot, std::uint64_t head,
                           std::string_view lower, std::size_t at, bool opens,
                           std::vector<LiteralId>& found) const {
  for (std::uint32_t i = buckets.first[slot]; i < buckets.first[slot + 1]; ++i) {
    const Entry& entry = buckets.entries[i];
    if (((head ^ entry.head) & entry.mask) != 0 || (entry.opens_word && !opens)) continue;
    const std::size_t end = at + entry.size;
    if (end > lower.size()) continue;
    if (entry.closes_word && end < lower.size() && is_word(lower[end])) continue;
    if (entry.size > kHead && !lower.substr(at).starts_with(literals_[entry.id].text)) {
      continue;
    }
    found.push_back(entry.id);
  }
}

void LiteralIndex::find(std::string_view lower, std::vector<LiteralId>& found) const {
  bool in_word = false;
  for (std::size_t at = 0; at < lower.size(); ++at) {
    const bool word = is_word(lower[at]);
    const bool opens = word && !in_word;
    const std::uint8_t place = word && in_word ? kInside : kOpening;
    in_word = word;
    const std::uint64_t head = head_at(lower, at);
    if (!(place == kInside ? inside_ : opening_)[head & 0xFFFF]) continue;
    for (const Buckets& buckets : buckets_) {
      const std::uint32_t slot = buckets.slot_of(head);
      if ((buckets.places[slot] & place) == 0) continue;
      compare(buckets, slot, head, lower, at, opens, found);
    }
  }
}

}  // namespace starlint
