// Whether four digits are a year or a plain number, by what stands around them. Pure.
#pragma once

#include "claim/grammar/moment.h"

namespace starlint {

/// REQUIRES: the moment was read as a bare year.
bool year_in_context(const Cursor& cursor, const Moment& moment);

}  // namespace starlint
