#include "finding/finding.h"

#include <tuple>

namespace starlint {

std::string_view name_of(Level level) {
  switch (level) {
    case Level::Note:
      return "note";
    case Level::Warning:
      return "warning";
    case Level::Error:
      return "error";
  }
  return "warning";
}

std::optional<Level> level_of(std::string_view name) {
  for (const Level level : {Level::Note, Level::Warning, Level::Error}) {
    if (name == name_of(level)) return level;
  }
  return std::nullopt;
}

bool operator<(const Finding& a, const Finding& b) {
  return std::tie(a.where, a.rule, a.message) < std::tie(b.where, b.rule, b.message);
}

}  // namespace starlint
