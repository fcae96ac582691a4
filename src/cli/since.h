// --since: only what changes since a revision touch.
#pragma once

#include <string>

#include "base/result.h"
#include "lint/lint.h"

namespace starlint {

/// Takes out the findings none of whose places lies on a changed line. Every file must lie in a
/// checkout that knows the revision.
Status keep_changed(const std::string& revision, LintRun& run);

}  // namespace starlint
