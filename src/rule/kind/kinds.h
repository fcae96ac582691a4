// Every kind, as a value; each is defined in the file of its name.
#pragma once

#include "rule/kind.h"

namespace starlint {

Kind acronym_kind();
Kind added_steps_kind();
Kind age_kind();
Kind anachronism_kind();
Kind announced_kind();
Kind breakdown_kind();
Kind broken_off_kind();
Kind change_kind();
Kind component_kind();
Kind content_kind();
Kind contrary_kind();
Kind coverage_kind();
Kind damage_kind();
Kind dated_kind();
Kind density_kind();
Kind derivation_kind();
Kind drift_kind();
Kind duplicate_prompt_kind();
Kind echo_kind();
Kind elapsed_kind();
Kind employment_kind();
Kind empty_section_kind();
Kind equation_kind();
Kind exceed_kind();
Kind experience_kind();
Kind far_change_kind();
Kind far_sum_kind();
Kind grim_kind();
Kind length_kind();
Kind names_kind();
Kind no_event_kind();
Kind open_prompt_kind();
Kind open_share_kind();
Kind order_kind();
Kind overlap_kind();
Kind phrase_kind();
Kind polarity_kind();
Kind posts_kind();
Kind premature_kind();
Kind proportion_kind();
Kind ratio_kind();
Kind repeated_story_kind();
Kind repeated_word_kind();
Kind restated_kind();
Kind reuse_kind();
Kind reversed_kind();
Kind sentence_kind();
Kind sequence_kind();
Kind split_kind();
Kind stretch_kind();
Kind sum_kind();
Kind unsupported_change_kind();
Kind waiver_kind();

}  // namespace starlint
