// Labels whose meaning their neighbours decide.
#pragma once

#include "narrative/page.h"

namespace starlint {

/// "P:" asks or names a problem, "A." counts headings or names an Action, "What happened" opens a
/// story or ends it. Called by read_file before anything else looks at the labels.
void settle_labels(Page& page);

}  // namespace starlint
