#include <algorithm>

#include "narrative/narrative.h"

namespace starlint {

std::string_view name_of(Slot slot) {
  switch (slot) {
    case Slot::Situation:
      return "Situation";
    case Slot::Task:
      return "Task";
    case Slot::Obstacle:
      return "Obstacle";
    case Slot::Action:
      return "Action";
    case Slot::Result:
      return "Result";
    case Slot::Learning:
      return "Learning";
    case Slot::Cause:
      return "Cause";
    case Slot::Other:
      return "Other";
  }
  return "Other";
}

std::string_view name_of(Basis basis) {
  switch (basis) {
    case Basis::Label:
      return "label";
    case Basis::Cue:
      return "cue";
    case Basis::Position:
      return "position";
  }
  return "position";
}

std::string_view name_of(Confidence confidence) {
  switch (confidence) {
    case Confidence::Low:
      return "low";
    case Confidence::Medium:
      return "medium";
    case Confidence::High:
      return "high";
  }
  return "medium";
}

bool Narrative::has(Slot slot) const {
  return std::any_of(parts.begin(), parts.end(),
                     [&](const Part& part) { return part.slot == slot && part.filled; });
}

}  // namespace starlint
