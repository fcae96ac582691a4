#include "text/origin_map.h"

#include <algorithm>

namespace starlint {

std::uint64_t OriginMap::Run::byte_at(std::uint32_t offset) const {
  return byte + static_cast<std::uint64_t>((offset - text) / shape.text) * shape.bytes;
}

void OriginMap::add(std::uint32_t text, std::uint64_t byte, OriginShape shape) {
  if (!runs_.empty() && runs_.back().shape == shape && runs_.back().byte_at(text) == byte) return;
  runs_.push_back({text, shape, byte});
}

std::uint64_t OriginMap::byte_offset(std::uint32_t text) const {
  const auto after =
      std::upper_bound(runs_.begin(), runs_.end(), text,
                       [](std::uint32_t offset, const Run& run) { return offset < run.text; });
  return after == runs_.begin() ? text : (after - 1)->byte_at(text);
}

}  // namespace starlint
