// Vectors kept as sorted sets.
#pragma once

#include <algorithm>
#include <vector>

namespace starlint {

/// Sorts the values and drops what stands there twice.
template <typename T>
void sort_unique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace starlint
