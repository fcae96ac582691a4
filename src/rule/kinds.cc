// The registry, sorted by name. No static self-registration: a linker may drop it.
#include "rule/kind/kinds.h"
#include "rule/kind.h"

namespace starlint {

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all = {
      acronym_kind(),       added_steps_kind(),
      age_kind(),           anachronism_kind(),
      announced_kind(),     breakdown_kind(),
      broken_off_kind(),    change_kind(),
      component_kind(),     content_kind(),
      contrary_kind(),      coverage_kind(),
      damage_kind(),        dated_kind(),
      density_kind(),       derivation_kind(),
      drift_kind(),         duplicate_prompt_kind(),
      echo_kind(),          elapsed_kind(),
      employment_kind(),    empty_section_kind(),
      equation_kind(),      exceed_kind(),
      experience_kind(),    far_change_kind(),
      far_sum_kind(),       grim_kind(),
      length_kind(),        names_kind(),
      no_event_kind(),      open_prompt_kind(),
      open_share_kind(),    order_kind(),
      overlap_kind(),       phrase_kind(),
      polarity_kind(),      posts_kind(),
      premature_kind(),     proportion_kind(),
      ratio_kind(),         repeated_story_kind(),
      repeated_word_kind(), restated_kind(),
      reuse_kind(),         reversed_kind(),
      sentence_kind(),      sequence_kind(),
      split_kind(),         stretch_kind(),
      sum_kind(),           unsupported_change_kind(),
      waiver_kind(),
  };
  return all;
}

}  // namespace starlint
