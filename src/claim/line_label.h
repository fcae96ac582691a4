// Labels of lines: what stands before a colon names what stands behind it. Pure.
#pragma once

#include <string_view>

#include "claim/pattern.h"
#include "claim/stage.h"

namespace starlint {

/// Whether a colon stands between a word and the next one. REQUIRES: there is a next one.
bool is_label_end(const WordedBlock& block, std::size_t word);

/// The first word of the label right before a sentence that begins at `begin`, "Triage story: wait
/// of 50 minutes"; `begin` where there is none, or only that of a component.
std::size_t label_before(const WordedBlock& block, std::size_t begin,
                         const ClaimPatterns& patterns);

/// The first word of the sentence [begin, end) behind a label like "Summary for the form:", which
/// says nothing of what is summed up.
std::size_t behind_summing_up(const WordedBlock& block, std::size_t begin, std::size_t end,
                              const ClaimPatterns& patterns);

/// "How it went: … / Looking back: …": whether a line in `between` begins with a label.
bool is_labelled_anew(std::string_view text, Span between);

}  // namespace starlint
