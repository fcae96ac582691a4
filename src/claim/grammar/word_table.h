// Words by number: an open-addressing hash table made for one question, asked once per word of the
// notes: is this word known at all? Immutable once filled, so any thread may read it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace starlint {

class WordTable {
 public:
  WordTable();

  /// The hash that find() takes, fed one byte at a time by whoever folds the word.
  static constexpr std::uint32_t kSeed = 2166136261U;
  static constexpr std::uint32_t mix(std::uint32_t hash, char byte) {
    return (hash ^ static_cast<std::uint8_t>(byte)) * 16777619U;
  }
  static std::uint32_t hash(std::string_view word);

  /// The number of a folded word, or kNone.
  std::uint32_t find(std::string_view word, std::uint32_t hash) const;
  std::uint32_t find(std::string_view word) const { return find(word, hash(word)); }
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
  void grow();

  std::vector<std::string> words_;
  std::vector<Slot> slots_;  // a power of two, at most half full
  std::size_t longest_ = 0;
};

}  // namespace starlint
