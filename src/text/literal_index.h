// Many literals looked for in one pass over a text, whatever their number. Filled by add(), then
// const and safe to share between threads.
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
  /// Call it once behind the last add().
  void freeze();
  std::size_t size() const { return literals_.size(); }

  /// Appends the ids of the literals that occur in `lower`, a text with ASCII letters lower-cased;
  /// an id may come several times. Each place costs one look at a small table, and where that says
  /// so the comparison with the few literals that begin with these bytes.
  void find(std::string_view lower, std::vector<LiteralId>& found) const;

 private:
  /// Literals that begin with the same bytes: of those that open a word, and of all others.
  struct Table {
    std::vector<std::uint8_t> used;    // by slot: whether it has literals
    std::vector<std::uint32_t> first;  // by slot, into `order`; one more than slots
    std::vector<LiteralId> order;
  };

  std::uint32_t slot_of(const char* bytes, std::size_t count) const;
  void fill(Table& table, std::size_t width, bool opens_word) const;
  bool in_table(const Literal& literal, std::size_t width, bool opens_word) const;
  void probe(const Table& table, std::size_t width, std::string_view lower, std::size_t at,
             std::vector<LiteralId>& found) const;

  std::vector<Literal> literals_;
  std::uint32_t slot_bits_ = 0;
  // By the bytes that the table looks at (1, 2, and 3 for all longer literals).
  std::array<Table, 3> words_;
  std::array<Table, 3> others_;
};

}  // namespace starlint
