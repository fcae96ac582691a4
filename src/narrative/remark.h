// What others say about a story between its lines: "> Coach: slow down", "(Note: which year?)".
#pragma once

#include "narrative/page.h"

namespace starlint {

/// Takes what closes a letter out of the prose: "Best regards, Tom", "See you on Monday,\nTom".
/// Called by read_file, once labels are known.
void hide_closings(Page& page);

/// Takes remarks out of the prose: lines that open with the word of one, as far as their block goes
/// on without a label; and quotes of somebody named amid lines that are no quotes. Called by
/// read_file, once labels are known.
void hide_remarks(Page& page);

}  // namespace starlint
