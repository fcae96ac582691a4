// Labels in the author's own words: "What came out" behind "What I did", in story after story.
#pragma once

#include "narrative/page.h"

namespace starlint {

/// Gives a component to clauses that stand where other stories have a label ("What came out: …"),
/// by their place beside the labels that are known: before the Action or right behind it. Only
/// where no label of the same form has that component, and the words come again in another story,
/// or stand in a story with two known ones. Mere names ("Duty", "Steps") only between a known
/// beginning and a known end, in story after story.
void learn_labels(Page& page);

}  // namespace starlint
