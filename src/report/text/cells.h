// Cells of the tables that reports print for people.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "lint/lint.h"
#include "report/text/style.h"

namespace starlint {

/// Flush right; text that is wider stays as it is. ASCII only: bytes are cells.
std::string right(std::string text, std::size_t width);

/// Minutes and seconds: "2:05".
std::string spoken(double seconds);

/// Fewer cells would not tell one name from another.
inline constexpr std::size_t kShortestName = 12;
/// Cut to `width` cells, and to no less than kShortestName. REQUIRES: visible().
std::string cut(const std::string& text, std::size_t width);
/// cut(), and filled up with blanks.
std::string fitted(const std::string& text, std::size_t width);

/// " S T A R": a letter for each component, as kMarksLegend says.
std::string component_marks(const FileResult& file, const Narrative& story, const Style& style);
inline constexpr std::string_view kMarksLegend = "  small letter: empty or hardly told; –: missing";

}  // namespace starlint
