// Where something stands. Every offset in starlint is an offset into one decoded Text; lines and
// columns are made from it only at the edge, by Text::position and the printers.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>

namespace starlint {

/// A half-open range [begin, end) of byte offsets into the UTF-8 of one Text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(std::uint32_t offset) const { return begin <= offset && offset < end; }
  constexpr bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const Span&) const = default;
};

/// The smallest span that holds both.
constexpr Span hull(Span a, Span b) {
  return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

/// Index of a file in the sorted list of one run.
using FileId = std::uint32_t;

/// An index that points nowhere (no parent, no story, no project).
inline constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// A span in one file of the run; sorts by file, then by place.
struct Location {
  FileId file = 0;
  Span span;
  auto operator<=>(const Location&) const = default;
};

}  // namespace starlint
