// Many literals looked for in one pass over a text, whatever their number. Filled by add() and
// freeze(), then const and safe to share between threads.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/literals.h"

namespace starlint {

using LiteralId = std::uint32_t;

class LiteralIndex {
 public:
  /// Ids count from 0. Add each literal once.
  LiteralId add(const Literal& literal);
  void freeze();

  /// Appends the ids of the literals that occur in `lower`, a text with ASCII letters lower-cased;
  /// an id may come several times. Each place costs a look at two small tables, and where they say
  /// so the comparison with the few literals that begin with these bytes.
  void find(std::string_view lower, std::vector<LiteralId>& found) const;

 private:
  /// A literal as it is compared: its first bytes at once, what is behind them only when they fit.
  struct Entry {
    std::uint64_t head = 0;  // its first eight bytes, zeros behind a shorter one
    std::uint64_t mask = 0;  // which of them there are
    LiteralId id = 0;
    std::uint32_t size = 0;  // of the literal
    bool opens_word = false;
    bool closes_word = false;
  };
  /// Literals by a hash of their first bytes, one slot after the other.
  struct Buckets {
    std::uint32_t key_size = 0;  // bytes that are hashed: literals have as many or more
    std::uint32_t slot_bits = 0;
    std::vector<std::uint8_t> places;  // by slot: where its literals may begin, as bits
    std::vector<std::uint32_t> first;  // by slot, into `entries`; one more than slots
    std::vector<Entry> entries;

    std::uint32_t slot_of(std::uint64_t head) const;
  };

  Buckets bucket(std::size_t smallest, std::size_t largest) const;
  void compare(const Buckets& buckets, std::uint32_t slot, std::uint64_t head,
               std::string_view lower, std::size_t at, bool opens,
               std::vector<LiteralId>& found) const;

  std::vector<Literal> literals_;
  // By the first two bytes, the second one in the high half: whether some literal may begin so.
  using Pairs = std::bitset<1U << 16>;
  Pairs opening_;                   // at the opening of a word and between words
  Pairs inside_;                    // within a word
  std::array<Buckets, 3> buckets_;  // by size: one byte, two or three, four and more
};

}  // namespace starlint
