// Many literals looked for in one pass over a text, whatever their number. Filled by add() and
// freeze(), then const and safe to share between threads.
#pragma once

#include <array>
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
  /// Literals by the slot of their first bytes, one after the other.
  struct Buckets {
    std::vector<std::uint8_t> places;  // by slot: where its literals may begin, as bits
    std::vector<std::uint32_t> first;  // by slot, into `order`; one more than slots
    std::vector<LiteralId> order;
  };

  bool is_long(const Literal& literal) const;
  Buckets bucket(bool long_ones, std::size_t slots) const;
  std::uint32_t slot_of(const char* bytes) const;
  void compare(const Buckets& buckets, std::uint32_t slot, std::string_view lower, std::size_t at,
               bool opens, std::vector<LiteralId>& found) const;

  std::vector<Literal> literals_;
  std::uint32_t slot_bits_ = 0;
  Buckets short_;  // by their first byte
  Buckets long_;   // by a hash of their first bytes
};

}  // namespace starlint
