// Places as other programs want them: repository-relative paths, URIs, and regions that end where
// their last line does.
#pragma once

#include <string>
#include <string_view>

#include "base/span.h"
#include "lint/identity.h"
#include "lint/lint.h"
#include "report/report.h"

namespace starlint {

/// The path of a file below ReportOptions::root; with "../" where it lies outside. No disk access.
std::string path_below_root(std::string_view path, const ReportOptions& options);

/// RFC 3986: everything but unreserved characters and "/" percent-encoded.
std::string uri_of(std::string_view path);

/// The span without the line ends and blanks behind it, so that its last line is the one people
/// see; of nothing but blanks only without the line ends.
Span shown_span(const Text& text, Span span);

/// Lines and columns of a span, 1-based; columns in UTF-16 units, the end exclusive.
struct Region {
  std::uint32_t start_line = 1;
  std::uint32_t start_column = 1;
  std::uint32_t end_line = 1;
  std::uint32_t end_column = 1;
};
Region region_of(const Text& text, Span span);

/// The span and the lines around it, cut to a window where those are long. Holds `span`.
Span context_of(const Text& text, Span span);

/// The first `limit` bytes or so of the text at a place, on one line, "…" where it was cut.
std::string quote_of(const FileResult& file, Span span, std::size_t limit);

/// Index of the component of a story that holds an offset, label included; kNone outside all.
std::uint32_t part_at(const FileResult& file, std::uint32_t story, std::uint32_t offset);

}  // namespace starlint
