// Places of the notes as the page quotes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/lint.h"
#include "report/html/page.h"

namespace starlint {

/// A stretch of a line, whole or marked.
struct QuotePiece {
  std::string text;
  bool marked = false;
};
using Quote = std::vector<QuotePiece>;

/// The line of some places with a marked piece for each, empty ones too, in their order; "…" where
/// it was cut. REQUIRES: the places begin in one line.
Quote quote_around(const FileResult& file, std::vector<Span> places);

/// Writes a quote with `mark` ("mark", "del", "ins") around what is marked.
void write_quote(const Quote& quote, std::string_view mark, HtmlWriter& html);

/// All places of a finding, side by side; those of one line in one quote.
void write_places(const HtmlPage& page, const Finding& finding);

}  // namespace starlint
