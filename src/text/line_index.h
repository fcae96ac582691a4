// Where the lines of a text begin. A line ends at LF, CRLF or a lone CR; its span excludes the end.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace starlint {

class LineIndex {
 public:
  LineIndex() : starts_{0} {}
  explicit LineIndex(std::string_view text);

  /// Number of lines; a text that ends in a line end has no further empty line, an empty text one.
  std::uint32_t count() const { return static_cast<std::uint32_t>(starts_.size()); }
  /// The 1-based line that holds `offset`.
  std::uint32_t line(std::uint32_t offset) const;
  /// Offset of the first byte of a 1-based line.
  std::uint32_t begin(std::uint32_t line) const { return starts_[line - 1]; }
  /// The line without its line end. REQUIRES: 1 <= line <= count().
  Span span(std::uint32_t line, std::string_view text) const;

 private:
  std::vector<std::uint32_t> starts_;
};

}  // namespace starlint
