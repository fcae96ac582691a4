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

  /// The first place at `from` or behind it where a literal seems to stand in `lower`, a text with
  /// ASCII letters lower-cased; kNowhere where there is none.
  std::size_t next(std::string_view lower, std::size_t from) const;

 private:
  struct Head {
    std::uint64_t bytes = 0;  // zeros behind a shorter literal
    std::uint64_t mask = 0;   // which of them there are
    bool opens_word = false;
  };

  bool stands_at(std::string_view lower, std::size_t at, bool inside_word) const;

  std::array<std::uint8_t, 256> places_{};  // by first byte: where its literals may begin, as bits
  std::array<std::uint16_t, 257> first_{};  // by first byte, into `heads_`
  std::vector<Head> heads_;
};

}  // namespace starlint
