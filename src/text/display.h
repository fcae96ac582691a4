// Text on a terminal: how many cells it takes, and what must never be sent raw.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.h"

namespace starlint {

/// Cells of a terminal by Unicode's East Asian Width: wide characters and emoji take two, combining
/// marks none. REQUIRES: no controls.
std::size_t display_width(std::string_view utf8);

/// A control or bidi control: sent raw it would act instead of being seen.
bool steers_terminal(char32_t c);

/// The text with controls and bidi controls spelled out ("<U+001B>"), so that notes cannot steer
/// the terminal, but for joiners between emoji; tabs become a blank.
std::string visible(std::string_view utf8);

/// A line cut to a window around its marked part, ready to print.
struct Excerpt {
  std::string text;        // visible(), with "…" where it was cut
  std::size_t before = 0;  // cells in front of the marked part
  std::size_t marked = 0;  // cells of the marked part
};

/// REQUIRES: line contains marked, both in `utf8`; width at least 12 cells.
Excerpt excerpt_of(std::string_view utf8, Span line, Span marked, std::size_t width);

}  // namespace starlint
