// Times told by what everybody remembers: "the year of the London Olympics", "before the pandemic".
// The events are data of the lexicon. Pure.
#pragma once

#include <cstddef>
#include <optional>

#include "claim/grammar/moment.h"

namespace starlint {

/// The months of the event whose name, with or without its article, stands at token `i`, or its
/// year where it is that of which the words there speak.
std::optional<Moment> read_event(const Cursor& cursor, std::size_t i);

}  // namespace starlint
