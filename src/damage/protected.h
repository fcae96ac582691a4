// Where signs stand for themselves: fenced code, code spans and addresses.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace starlint {

/// Fences and code spans of a text. A backtick between a letter and the ending of a contraction is
/// an apostrophe and opens nothing.
class CodeMap {
 public:
  CodeMap(std::string_view utf8, const std::vector<std::string>& contraction_endings);
  bool contains(std::uint32_t offset) const;

 private:
  std::vector<Span> spans_;  // sorted, apart
};

/// The word around `offset` by white space is an address ("https://…", "www.…").
bool is_in_address(std::string_view utf8, std::uint32_t offset);

/// Whether one of the endings stands at `at`, and a word ends behind it.
bool has_ending(std::string_view utf8, std::size_t at, const std::vector<std::string>& endings);

}  // namespace starlint
