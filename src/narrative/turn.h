// Conversations written down: "[00:02:10] Dana: …", "**Dana:** …", "Dana  00:02" over what she
// says.
#pragma once

#include <optional>
#include <string_view>

#include "base/span.h"
#include "narrative/page.h"

namespace starlint {

/// Who speaks on a line, and where what they say begins.
struct Turn {
  Span name;
  std::uint32_t body = 0;
};

/// The turn that a line opens: a name of up to four words before a colon, with or without a time
/// stamp, or before a time stamp that ends the line.
std::optional<Turn> read_turn(std::string_view utf8, Span line);

/// Gives the turns of a conversation the labels of questions and answers, by who asks in it: names
/// that take turns, one side with questions and requests. Called by read_file, before prose is
/// read.
void label_turns(Page& page);

}  // namespace starlint
