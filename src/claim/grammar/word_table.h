// Words by number: an open-addressing hash table made for one question, asked once per word of the
// notes: is this word known at all? Immutable once filled, so any thread may read it.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace starlint {

class WordTable {
 public:
  WordTable();

  /// The number of a folded word, or kNone.
  std::uint32_t find(std::string_view word) const { return find(word, hash(word)); }
  /// False for most unknown words, folded or not, by their first two letters and their length.
  /// REQUIRES: word.size() > 0.
  bool may_hold(std::string_view word) const {
    return word.size() <= longest_ &&
           (sizes_[start_of(word)] >> std::min<std::size_t>(word.size(), 31) & 1U) != 0;
  }
  /// The number of a folded word, given now if it is new.
  std::uint32_t add(std::string_view word);

  std::size_t size() const { return words_.size(); }
  std::string_view word(std::uint32_t id) const { return words_[id]; }
  /// No known word has more bytes.
  std::size_t longest() const { return longest_; }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t id = kNone;
  };
  static std::uint32_t hash(std::string_view word);
  std::uint32_t find(std::string_view word, std::uint32_t hash) const;
  void grow();
  /// Five bits of each of two letters; these bits are the same in either case.
  static std::size_t start_of(std::string_view word) {
    const auto bits = [](char c) { return static_cast<std::size_t>(c) & 31U; };
    return bits(word[0]) << 5U | (word.size() > 1 ? bits(word[1]) : 0);
  }

  std::vector<std::string> words_;
  std::vector<Slot> slots_;                     // a power of two, at most half full
  std::array<std::uint32_t, 1024> sizes_ = {};  // by start: bit n for words of n bytes
  std::size_t longest_ = 0;
};

}  // namespace starlint
