#include "text/literal_index.h"

#include <algorithm>

#include "text/literal_head.h"

namespace starlint {

namespace {

constexpr std::size_t kPairs = std::size_t{1} << 16;  // of bytes

// Slots of the hash: about four for each literal, within what the nearest cache holds.
constexpr std::uint32_t kFewestBits = 6;
constexpr std::uint32_t kMostBits = 14;

/// Literals of one class are hashed by as many bytes: 1, 2, 4 or 8.
std::size_t size_class(std::size_t size) {
  return size >= kHeadSize ? 3 : static_cast<std::size_t>(std::bit_width(size)) - 1;
}

}  // namespace

std::uint32_t LiteralIndex::Shape::slot_of(std::uint64_t head) const {
  // Fibonacci hashing: Knuth, The Art of Computer Programming 3, 6.4.
  return static_cast<std::uint32_t>(((head & head_mask(key_size)) * 0x9E3779B97F4A7C15U) >>
                                    (64 - slot_bits));
}

void LiteralIndex::pack_bucket(const std::vector<Entry>& entries, std::uint32_t key_size,
                               std::vector<std::uint64_t>& words) {
  Shape shape{key_size, kFewestBits};
  while (shape.slot_bits < kMostBits && (entries.size() << 2) >> shape.slot_bits != 0) {
    ++shape.slot_bits;
  }
  const std::size_t slots = std::size_t{1} << shape.slot_bits;
  std::vector<std::uint8_t> places(slots);
  std::vector<std::uint32_t> first(slots + 1);
  for (const Entry& entry : entries) {
    const std::uint32_t slot = shape.slot_of(entry.head);
    places[slot] |= entry.opens_word != 0 ? kBetweenWords : kAnywhere;
    ++first[slot + 1];
  }
  for (std::size_t i = 0; i < slots; ++i) first[i + 1] += first[i];
  std::vector<std::uint32_t> next = first;  // by slot, where its next entry goes
  std::vector<Entry> sorted(entries.size());
  for (const Entry& entry : entries) sorted[next[shape.slot_of(entry.head)]++] = entry;
  PackedArrays::append(std::vector<Shape>{shape}, words);
  PackedArrays::append(places, words);
  PackedArrays::append(first, words);
  PackedArrays::append(sorted, words);
}

void LiteralIndex::pack(const std::vector<Literal>& literals, std::vector<std::uint64_t>& words) {
  std::vector<std::uint64_t> opening(kPairs / 64);
  std::vector<std::uint64_t> inside(kPairs / 64);
  std::vector<char> texts;
  std::array<std::vector<Entry>, kSizes> by_size;
  for (LiteralId id = 0; id < literals.size(); ++id) {
    const Literal& literal = literals[id];
    const std::size_t size = literal.text.size();
    by_size[size_class(size)].push_back(
        {head_at(literal.text, 0), head_mask(size), id, static_cast<std::uint32_t>(size),
         static_cast<std::uint32_t>(texts.size()), literal.opens_word, literal.closes_word});
    texts.insert(texts.end(), literal.text.begin(), literal.text.end());
    const auto byte = [&](std::size_t i) -> std::size_t {
      return static_cast<unsigned char>(literal.text[i]);
    };
    const bool single = size == 1;  // any byte may follow
    for (std::size_t second = single ? 0 : byte(1); second <= (single ? 255 : byte(1)); ++second) {
      const std::size_t pair = second << 8 | byte(0);
      opening[pair / 64] |= std::uint64_t{1} << pair % 64;
      if (!literal.opens_word) inside[pair / 64] |= std::uint64_t{1} << pair % 64;
    }
  }
  PackedArrays::append(opening, words);
  PackedArrays::append(inside, words);
  PackedArrays::append(texts, words);
  for (std::uint32_t i = 0; i < kSizes; ++i) pack_bucket(by_size[i], 1U << i, words);
}

LiteralIndex::LiteralIndex(PackedArrays& arrays)
    : opening_(arrays.next<std::uint64_t>()),
      inside_(arrays.next<std::uint64_t>()),
      texts_(arrays.next<char>()) {
  for (Buckets& buckets : buckets_) {
    buckets.shape = arrays.next<Shape>().front();
    buckets.places = arrays.next<std::uint8_t>();
    buckets.first = arrays.next<std::uint32_t>();
    buckets.entries = arrays.next<Entry>();
  }
}

void LiteralIndex::compare(const Buckets& buckets, std::uint32_t slot, std::uint64_t head,
                           std::string_view lower, std::size_t at, bool opens,
                           std::vector<LiteralId>& found) const {
  for (std::uint32_t i = buckets.first[slot]; i < buckets.first[slot + 1]; ++i) {
    const Entry& entry = buckets.entries[i];
    if (((head ^ entry.head) & entry.mask) != 0 || (entry.opens_word != 0 && !opens)) continue;
    const std::size_t end = at + entry.size;
    if (end > lower.size()) continue;
    if (entry.closes_word != 0 && end < lower.size() && is_word_byte(lower[end])) continue;
    const std::string_view text(texts_.data() + entry.text, entry.size);
    if (entry.size > kHeadSize && !lower.substr(at).starts_with(text)) continue;
    found.push_back(entry.id);
  }
}

void LiteralIndex::find(std::string_view lower, std::vector<LiteralId>& found) const {
  if (texts_.empty()) return;
  bool in_word = false;
  for (std::size_t at = 0; at < lower.size(); ++at) {
    const bool word = is_word_byte(lower[at]);
    const bool opens = word && !in_word;
    const std::uint8_t place = word && in_word ? kInsideWord : kBetweenWords;
    in_word = word;
    const std::uint64_t head = head_at(lower, at);
    const std::size_t pair = head & (kPairs - 1);
    if (((place == kInsideWord ? inside_ : opening_)[pair / 64] >> pair % 64 & 1) == 0) continue;
    for (const Buckets& buckets : buckets_) {
      const std::uint32_t slot = buckets.shape.slot_of(head);
      if ((buckets.places[slot] & place) == 0) continue;
      compare(buckets, slot, head, lower, at, opens, found);
    }
  }
}

}  // namespace starlint
