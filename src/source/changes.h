// What changed in a checkout since a revision, line by line, as git tells it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace starlint {

/// Lines, 1-based, both ends inside.
struct LineRange {
  std::uint32_t first = 1;
  std::uint32_t last = 1;
  bool operator==(const LineRange&) const = default;
};

/// The changed lines of every changed file, ascending; by path below the root of the checkout.
class Changes {
 public:
  /// Asks git: what was committed since, what is only in the working tree, and whole files that
  /// git does not know yet. `root` is the root of the checkout. An error says what git said.
  static Result<Changes> since(const std::string& revision, const std::string& root);
  /// Reads `git diff --unified=0 --no-prefix`. Where lines were only taken out, the lines around
  /// the gap are changed.
  static Changes of_diff(std::string_view diff);

  /// Whether one of the lines first..last of the file changed.
  bool touches(const std::string& path, LineRange lines) const;

 private:
  std::map<std::string, std::vector<LineRange>, std::less<>> files_;
};

}  // namespace starlint
