// Fenced blocks of Markdown: program text, or prose that its author fenced.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "text/line_index.h"

namespace starlint {

struct Fence {
  std::uint32_t close = 0;  // the line, from 1, that closes it; 0 where none does
  bool prose = false;       // it holds or is said to hold prose
};

/// Reads the fences of one text, line after line; linear in all.
class FenceReader {
 public:
  FenceReader(std::string_view utf8, const LineIndex& lines) : utf8_(utf8), lines_(lines) {}

  /// The fence that a line opens, by its number and content. Between the marks of a fence around
  /// prose only further marks are fences, and they close nothing.
  std::optional<Fence> read(std::uint32_t number, std::string_view opening);

 private:
  static constexpr std::size_t kRuns = 9;  // longer fences share the last place

  std::uint32_t closing(std::uint32_t opening, char mark, std::size_t run);
  bool holds_prose(std::uint32_t opening, std::uint32_t close) const;

  std::string_view utf8_;
  const LineIndex& lines_;
  std::uint32_t prose_end_ = 0;  // line that closes an open fence around prose
  std::array<std::array<bool, kRuns>, 2> unclosed_{};  // by mark and length
};

}  // namespace starlint
