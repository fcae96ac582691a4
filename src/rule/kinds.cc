// The registry: one line a kind, sorted by name. No static self-registration: a linker may drop it.
#include "rule/kind/kinds.h"
#include "rule/kind.h"

namespace starlint {

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all = {
      added_steps_kind(), broken_off_kind(), change_kind(),        component_kind(),
      content_kind(),     damage_kind(),     empty_section_kind(), equation_kind(),
      grim_kind(),        length_kind(),     no_event_kind(),      open_prompt_kind(),
      order_kind(),       phrase_kind(),     proportion_kind(),    repeated_story_kind(),
      sum_kind(),         waiver_kind(),
  };
  return all;
}

}  // namespace starlint
