// Arrays of plain values, one behind the other in words that are used where they lie: so tables are
// compiled into the program and need not be made when it starts. The words are those of the
// program's own build; they are never written to disk or taken from users.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>
#include <vector>

#include "base/check.h"

namespace starlint {

class PackedArrays {
 public:
  using Words = std::span<const std::uint64_t>;

  /// Appends an array of `values`.
  template <typename T>
  static void append(const std::vector<T>& values, std::vector<std::uint64_t>& words) {
    static_assert(std::has_unique_object_representations_v<T>, "gaps would hold anything");
    words.push_back(values.size());
    const std::size_t begin = words.size();
    words.resize(begin + words_for<T>(values.size()));
    if (!values.empty()) std::memcpy(&words[begin], values.data(), values.size() * sizeof(T));
  }

  explicit PackedArrays(Words words) : rest_(words) {}

  /// The next array, of the type it was appended with; good as long as the words are.
  template <typename T>
  std::span<const T> next() {
    static_assert(alignof(T) <= alignof(std::uint64_t));
    SL_CHECK(!rest_.empty());
    const std::size_t count = rest_.front();
    const std::size_t size = words_for<T>(count);
    SL_CHECK(size < rest_.size());
    const void* const begin = rest_.data() + 1;
    rest_ = rest_.subspan(1 + size);
    return {static_cast<const T*>(begin), count};
  }

 private:
  template <typename T>
  static constexpr std::size_t words_for(std::size_t count) {
    return (count * sizeof(T) + sizeof(std::uint64_t) - 1) / sizeof(std::uint64_t);
  }

  Words rest_;
};

}  // namespace starlint
