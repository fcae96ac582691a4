// A line on standard error that says how far a long run is, where a terminal shows it.
#pragma once

#include <string_view>

namespace starlint {

class ProgressLine {
 public:
  ProgressLine();
  /// Puts the text in the place of the last one.
  void show(std::string_view text) const;
  void clear() const { show({}); }

 private:
  bool shown_;
};

}  // namespace starlint
