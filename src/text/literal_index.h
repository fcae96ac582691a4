// Many literals looked for in one pass over a text, whatever their number.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/literals.h"
#include "text/packed_arrays.h"

namespace starlint {

using LiteralId = std::uint32_t;

/// A look at packed arrays, which somebody else keeps. Const and safe to share between threads.
class LiteralIndex {
 public:
  /// Appends the arrays of an index of these literals; the id of each is its place among them.
  static void pack(const std::vector<Literal>& literals, std::vector<std::uint64_t>& words);

  /// Holds no literal.
  LiteralIndex() = default;
  /// Takes the arrays that pack() appended.
  explicit LiteralIndex(PackedArrays& arrays);

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
    std::uint32_t text = 0;  // where it stands in `texts_`
    std::uint16_t opens_word = 0;
    std::uint16_t closes_word = 0;
  };
  struct Shape {
    std::uint32_t key_size = 0;  // bytes that are hashed: literals have as many or more
    std::uint32_t slot_bits = 0;

    std::uint32_t slot_of(std::uint64_t head) const;
  };
  /// Literals by a hash of their first bytes, one slot after the other.
  struct Buckets {
    Shape shape;
    std::span<const std::uint8_t> places;  // by slot: where its literals may begin, as bits
    std::span<const std::uint32_t> first;  // by slot, into `entries`; one more than slots
    std::span<const Entry> entries;
  };
  static constexpr std::size_t kSizes = 4;  // one byte; two, three; four to seven; eight and more

  static void pack_bucket(const std::vector<Entry>& entries, std::uint32_t key_size,
                          std::vector<std::uint64_t>& words);
  /// A place of a text, and what stands there.
  struct Place {
    std::string_view lower;
    std::size_t at = 0;
    std::uint64_t head = 0;
    std::uint8_t kind = 0;  // as a bit
    bool opens = false;     // a word
  };
  void look(const Buckets& buckets, const Place& place, std::vector<LiteralId>& found) const;

  /// Bits by how a literal begins: whether some literal does.
  struct Beginnings {
    std::span<const std::uint64_t> opening;  // at the opening of a word and between words
    std::span<const std::uint64_t> inside;   // within a word

    static Beginnings next(PackedArrays& arrays);
    bool any(std::size_t beginning, std::uint8_t place) const;
  };
  class BeginningsBuilder;

  Beginnings short_;                     // of one to three bytes: by the first two
  Beginnings long_;                      // of four and more: by a hash of the first four
  std::span<const char> texts_;          // of the literals, one behind the other
  std::array<Buckets, kSizes> buckets_;  // by size
};

}  // namespace starlint
