#include "report/text/style.h"

#include "base/strings.h"
#include "text/display.h"

namespace starlint {

namespace {

constexpr std::size_t kNarrowest = 40;

}  // namespace

Style::Style(const ReportOptions& options)
    : width(std::max<std::size_t>(options.width, kNarrowest)), links(options.links) {
  if (!options.color) return;
  red = "\x1b[31;1m";
  yellow = "\x1b[33;1m";
  blue = "\x1b[34;1m";
  bold = "\x1b[1m";
  dim = "\x1b[2m";
  off = "\x1b[0m";
}

std::string_view Style::color_of(Level level) const {
  return level == Level::Error ? red : level == Level::Warning ? yellow : blue;
}

std::string Style::link(std::string_view uri, std::string_view text) const {
  if (!links) return std::string(text);
  return cat("\x1b]8;;", uri, "\x1b\\", text, "\x1b]8;;\x1b\\");
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent,
                    std::size_t used) {
  std::string out;
  const std::string shown = visible(text);
  bool first = true;
  for (const std::string_view word : split(shown, ' ')) {
    const std::size_t cells = display_width(word);
    if (!first && used + 1 + cells > width) {
      out += cat("\n", std::string(indent, ' '));
      used = indent;
    } else if (!first) {
      out += ' ';
      ++used;
    }
    out += word;
    used += cells;
    first = false;
  }
  return out;
}

}  // namespace starlint
