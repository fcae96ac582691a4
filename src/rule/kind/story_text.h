// What kinds that look at the text of stories share: the spans of a component, and how long they
// are.
#pragma once

#include <string>
#include <vector>

#include "rule/view.h"

namespace starlint {

/// Names of the slots a rule may ask for, in the order of Slot.
const std::vector<std::string_view>& slot_names();
/// REQUIRES: one of slot_names().
Slot slot_named(std::string_view name);
std::vector<Slot> slots_named(const std::vector<std::string>& names);

/// The filled parts of a story that serve the slot, in order.
std::vector<Span> spans_of(const Narrative& story, Slot slot);

/// Words by white space; enough for shares of one text.
std::uint32_t count_words(std::string_view text);
std::uint32_t count_words(const FileView& file, const std::vector<Span>& spans);

/// Letters and digits in lower case, one blank between words: for titles and prompts that may
/// differ in marks.
std::string folded(std::string_view text);

/// Where a finding about a whole story points: its title, or its first line.
Span head_of(const FileView& file, const Narrative& story);

/// The question itself, without the blank form that may stand on the lines below it.
Span question_of(const FileView& file, const OpenPrompt& prompt);

/// Whether rules about the components of a told event apply: not to projects told through many
/// questions, nor to answers in general terms.
inline bool tells_event(const Narrative& story) { return !story.project && !story.hypothetical; }

}  // namespace starlint
