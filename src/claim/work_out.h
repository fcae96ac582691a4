// Values that the phrases of claims work out from the figures they hold. Pure.
#pragma once

#include <map>

#include "claim/claim.h"

namespace starlint {

/// Of the figures of one phrase, by role: "a week each, my week came every six weeks" counts six (a
/// total of its rate), "four groups of six" are 24 (so many times the total), and of "from 6
/// seconds to 2.3" the bare figure is of the unit of the other.
void work_out(const std::map<Role, Claim*>& told);

/// Of 1; "a third" is rounder than "33 %".
void set_fraction(double fraction, Value& value);

}  // namespace starlint
