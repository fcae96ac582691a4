#include "text/origin_map.h"

#include <algorithm>

namespace starlint {

std::uint64_t OriginMap::byte_offset(std::uint32_t text) const {
  auto after =
      std::upper_bound(runs_.begin(), runs_.end(), text,
                       [](std::uint32_t offset, const Run& run) { return offset < run.text; });
  if (after == runs_.begin()) return text;
  const Run& run = *(after - 1);
  const std::uint64_t byte = run.byte + (text - run.text);
  // Inside a replaced character the count may run past the next run's start.
  return after == runs_.end() ? byte : std::min(byte, after->byte);
}

}  // namespace starlint
