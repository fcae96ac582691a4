// From an offset in decoded text back to the bytes of the file. Empty means identity, as for every
// file that is plain UTF-8; else a sorted list of runs, each with a constant ratio.
#pragma once

#include <cstdint>
#include <vector>

namespace starlint {

class OriginMap {
 public:
  /// From `text` on, one decoded byte at a time stands for file bytes from `byte` on.
  /// REQUIRES: both grow with every call.
  void add(std::uint32_t text, std::uint64_t byte) { runs_.push_back({text, byte}); }

  bool identity() const { return runs_.empty(); }
  /// The file offset of a decoded offset: exact at the start of every character.
  std::uint64_t byte_offset(std::uint32_t text) const;

 private:
  struct Run {
    std::uint32_t text;
    std::uint64_t byte;
  };
  std::vector<Run> runs_;
};

}  // namespace starlint
