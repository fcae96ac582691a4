// Words folded so that two mentions of one thing meet: case and plural go. What a plural looks like
// is data ([nouns] of a claims document).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/string_map.h"

namespace starlint {

class NounFolder {
 public:
  /// Endings are tried in order; "" stands for no ending at all.
  void add_ending(std::string plural, std::string singular);
  void add_irregular(std::string plural, std::string singular);

  /// "Engineers" → "engineer", "people" → "person".
  std::string fold(std::string_view word) const;

 private:
  std::vector<std::pair<std::string, std::string>> endings_;
  StringMap<std::string> irregular_;
};

}  // namespace starlint
