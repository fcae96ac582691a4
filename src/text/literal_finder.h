// The literals that one expression needs, looked for in a text before it is run.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/literals.h"

namespace starlint {

/// Compares the first eight bytes. Const and safe to share between threads.
class LiteralFinder {
 public:
  static constexpr std::size_t kNowhere = std::string_view::npos;

  explicit LiteralFinder(const AnyOf& literals);

  /// The first place at `from` or behind it where a literal seems to stand, with ASCII letters of
  /// the text taken for lower case; kNowhere where there is none.
  std::size_t next(std::string_view text, std::size_t from) const;

 private:
  struct Head {
    std::uint64_t bytes = 0;  // zeros behind a shorter literal
    std::uint64_t mask = 0;   // which of them there are
    bool opens_word = false;
  };

  bool stands_at(std::string_view text, std::size_t at) const;

  /// What is known of the literals that begin with one byte.
  struct Start {
    std::uint32_t seconds = 0;  // the bytes that may follow, by their low five bits
    std::uint16_t first = 0;    // into `heads_`
    std::uint16_t end = 0;
    std::uint8_t places = 0;  // where they may begin, as bits
  };

  std::array<Start, 256> starts_{};  // by first byte, capital or not
  std::vector<Head> heads_;
};

}  // namespace starlint
