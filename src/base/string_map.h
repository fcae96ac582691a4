// Hashed maps and sets of strings that are looked up by a view, without a copy. Their order means
// nothing: look things up, never walk them.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace starlint {

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};

template <typename Mapped>
using StringMap = std::unordered_map<std::string, Mapped, StringHash, std::equal_to<>>;
using StringSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;

}  // namespace starlint
