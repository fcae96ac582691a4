// From an offset in decoded text back to the bytes of the file. Empty means identity, as for every
// file that is plain UTF-8; else a sorted list of runs, each of characters of one shape: so many
// decoded bytes for so many bytes of the file.
#pragma once

#include <cstdint>
#include <vector>

namespace starlint {

/// How one character is written on both sides; {1, 1} also stands for bytes copied as they are.
struct OriginShape {
  std::uint8_t text = 1;
  std::uint8_t bytes = 1;
  bool operator==(const OriginShape&) const = default;
};

class OriginMap {
 public:
  /// From `text` on, characters of `shape` stand for the file from `byte` on. A call that only goes
  /// on with the last run adds nothing. REQUIRES: both grow with every call.
  void add(std::uint32_t text, std::uint64_t byte, OriginShape shape = {});

  bool identity() const { return runs_.empty(); }
  /// The file offset of a decoded offset: exact at the start of every character, and that start
  /// for offsets inside one.
  std::uint64_t byte_offset(std::uint32_t text) const;

 private:
  struct Run {
    std::uint32_t text;
    OriginShape shape;
    std::uint64_t byte;
    std::uint64_t byte_at(std::uint32_t offset) const;
  };
  std::vector<Run> runs_;
};

}  // namespace starlint
