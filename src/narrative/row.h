// The lines of an outline's prose: what labels, titles and the ends of stories are found in.
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"
#include "outline/outline.h"
#include "text/text.h"

namespace starlint {

struct Row {
  Span span;                 // the line, or the table cell
  Span content;              // without indentation and quote marks
  std::uint32_t block = 0;   // index in the outline
  std::uint32_t indent = 0;  // columns
  std::uint8_t level = 0;    // of a heading; else 0
  bool first = true;         // the first line of its block
  bool heading = false;
  bool prose = true;  // false: code, comment, front matter, separator
  bool separator = false;
  bool soft = false;        // a heading by its looks only: a bold line, a numbered title
  bool cell = false;        // of a table
  bool turn = false;        // somebody in a conversation begins to speak
  bool ends_early = false;  // its author ended the line: the next word, a capital, had room on it
  bool by_hand = false;     // so did that of most lines of its block: one thought a line
  bool answered = false;    // it opens with a request, and the answer stands behind it
  std::uint32_t lane =
      kNone;  // of a cell: what is told with it shares this; its table row, or column
  bool blank_before = false;  // a blank line, a separator or the beginning stands before it
};

/// Every line of every block but table rows, whose cells are rows of their own. In reading order.
std::vector<Row> rows_of(const Text& text, const Outline& outline);

}  // namespace starlint
