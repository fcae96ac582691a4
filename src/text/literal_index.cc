#include "text/literal_index.h"

#include <algorithm>

#include "text/literal_head.h"

namespace starlint {

namespace {

constexpr std::size_t kBeginnings = std::size_t{1} << 16;

// Slots of the hash: about four for each literal, within what the nearest cache holds.
constexpr std::uint32_t kFewestBits = 6;
constexpr std::uint32_t kMostBits = 14;

/// Literals of one class are hashed by as many bytes: 1, 2, 4 or 8.
std::size_t size_class(std::size_t size) {
  return size >= kHeadSize ? 3 : static_cast<std::size_t>(std::bit_width(size)) - 1;
}

bool is_long(std::size_t size) { return size_class(size) >= 2; }

std::size_t first_two(std::uint64_t head) { return head & head_mask(2); }

/// Fibonacci hashing: Knuth, The Art of Computer Programming 3, 6.4.
std::uint64_t hash_of_first(std::uint64_t head, std::uint32_t bytes, std::uint32_t bits) {
  return ((head & head_mask(bytes)) * 0x9E3779B97F4A7C15U) >> (64 - bits);
}

std::size_t hash_of_four(std::uint64_t head) { return hash_of_first(head, 4, 16); }

}  // namespace

std::uint32_t LiteralIndex::Shape::slot_of(std::uint64_t head) const {
  return static_cast<std::uint32_t>(hash_of_first(head, key_size, slot_bits));
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

class LiteralIndex::BeginningsBuilder {
 public:
  void add(std::size_t beginning, bool opens_word) {
    const std::uint64_t bit = std::uint64_t{1} << beginning % 64;
    opening_[beginning / 64] |= bit;
    if (!opens_word) inside_[beginning / 64] |= bit;
  }
  void pack(std::vector<std::uint64_t>& words) const {
    PackedArrays::append(opening_, words);
    PackedArrays::append(inside_, words);
  }

 private:
  std::vector<std::uint64_t> opening_ = std::vector<std::uint64_t>(kBeginnings / 64);
  std::vector<std::uint64_t> inside_ = opening_;
};

void LiteralIndex::pack(const std::vector<Literal>& literals, std::vector<std::uint64_t>& words) {
  BeginningsBuilder short_ones;
  BeginningsBuilder long_ones;
  std::vector<char> texts;
  std::array<std::vector<Entry>, kSizes> by_size;
  for (LiteralId id = 0; id < literals.size(); ++id) {
    const Literal& literal = literals[id];
    const std::size_t size = literal.text.size();
    const std::uint64_t head = head_at(literal.text, 0);
    by_size[size_class(size)].push_back(
        {head, head_mask(size), id, static_cast<std::uint32_t>(size),
         static_cast<std::uint32_t>(texts.size()), literal.opens_word, literal.closes_word});
    texts.insert(texts.end(), literal.text.begin(), literal.text.end());
    if (is_long(size)) {
      long_ones.add(hash_of_four(head), literal.opens_word);
    } else if (size > 1) {
      short_ones.add(first_two(head), literal.opens_word);
    } else {  // any byte may follow
      for (std::size_t second = 0; second < 256; ++second) {
        short_ones.add(second << 8 | head, literal.opens_word);
      }
    }
  }
  short_ones.pack(words);
  long_ones.pack(words);
  PackedArrays::append(texts, words);
  for (std::uint32_t i = 0; i < kSizes; ++i) pack_bucket(by_size[i], 1U << i, words);
}

LiteralIndex::LiteralIndex(PackedArrays& arrays)
    : short_(Beginnings::next(arrays)),
      long_(Beginnings::next(arrays)),
      texts_(arrays.next<char>()) {
  for (Buckets& buckets : buckets_) {
    buckets.shape = arrays.next<Shape>().front();
    buckets.places = arrays.next<std::uint8_t>();
    buckets.first = arrays.next<std::uint32_t>();
    buckets.entries = arrays.next<Entry>();
  }
}

LiteralIndex::Beginnings LiteralIndex::Beginnings::next(PackedArrays& arrays) {
  Beginnings out;
  out.opening = arrays.next<std::uint64_t>();
  out.inside = arrays.next<std::uint64_t>();
  return out;
}

bool LiteralIndex::Beginnings::any(std::size_t beginning, std::uint8_t place) const {
  return ((place == kInsideWord ? inside : opening)[beginning / 64] >> beginning % 64 & 1) != 0;
}

void LiteralIndex::look(const Buckets& buckets, const Place& place,
                        std::vector<LiteralId>& found) const {
  const std::uint32_t slot = buckets.shape.slot_of(place.head);
  if ((buckets.places[slot] & place.kind) == 0) return;
  const std::string_view lower = place.lower;
  for (std::uint32_t i = buckets.first[slot]; i < buckets.first[slot + 1]; ++i) {
    const Entry& entry = buckets.entries[i];
    if (((place.head ^ entry.head) & entry.mask) != 0) continue;
    if (entry.opens_word != 0 && !place.opens) continue;
    const std::size_t end = place.at + entry.size;
    if (end > lower.size()) continue;
    if (entry.closes_word != 0 && end < lower.size() && is_word_byte(lower[end])) continue;
    const std::string_view text(texts_.data() + entry.text, entry.size);
    if (entry.size > kHeadSize && !lower.substr(place.at).starts_with(text)) continue;
    found.push_back(entry.id);
  }
}

void LiteralIndex::find(std::string_view lower, std::vector<LiteralId>& found) const {
  if (texts_.empty()) return;
  bool in_word = false;
  for (std::size_t at = 0; at < lower.size(); ++at) {
    const bool word = is_word_byte(lower[at]);
    const std::uint8_t kind = word && in_word ? kInsideWord : kBetweenWords;
    const Place place{lower, at, head_at(lower, at), kind, word && !in_word};
    in_word = word;
    if (short_.any(first_two(place.head), kind)) {
      look(buckets_[0], place, found);
      look(buckets_[1], place, found);
    }
    if (long_.any(hash_of_four(place.head), kind)) {
      look(buckets_[2], place, found);
      look(buckets_[3], place, found);
    }
  }
}

}  // namespace starlint
