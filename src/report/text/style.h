// How text reports look: colours where the terminal has them, links where it follows them, lines
// no longer than it is wide.
#pragma once

#include <string>
#include <string_view>

#include "finding/finding.h"
#include "report/report.h"

namespace starlint {

struct Style {
  explicit Style(const ReportOptions& options);

  std::string_view color_of(Level level) const;
  /// `text` as a link (OSC 8) where links are wanted.
  std::string link(std::string_view uri, std::string_view text) const;

  std::string_view red, yellow, blue, bold, dim, off;
  std::size_t width;
  bool links;
};

/// `text`, made visible and broken between words so that no line is wider than `width` cells; lines
/// after the first begin with `indent` blanks. The first line has `used` cells in front of it.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent, std::size_t used);

}  // namespace starlint
