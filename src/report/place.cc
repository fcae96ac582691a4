#include "report/place.h"

#include <algorithm>
#include <filesystem>

#include "base/one_line.h"
#include "base/strings.h"
#include "text/display.h"

namespace starlint {

namespace fs = std::filesystem;

std::string path_below_root(std::string_view path, const ReportOptions& options) {
  const fs::path full = (fs::path(options.directory) / path).lexically_normal();
  if (options.root.empty()) return full.generic_string();
  const fs::path below = full.lexically_relative(options.root);
  return below.empty() ? full.generic_string() : below.generic_string();
}

std::string uri_of(std::string_view path) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    if (is_ascii_alnum(c) || std::string_view("-._~/").find(c) != std::string_view::npos) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kHex[byte / 16];
      out += kHex[byte % 16];
    }
  }
  return out;
}

Span shown_span(const Text& text, Span span) {
  const std::string_view utf8 = text.utf8();
  Span shown = span;
  while (!shown.empty() && is_ascii_space(utf8[shown.end - 1])) --shown.end;
  if (!shown.empty()) return shown;
  // Nothing but blanks: they are the matter, only line ends cannot be shown.
  while (!span.empty() && (utf8[span.end - 1] == '\n' || utf8[span.end - 1] == '\r')) --span.end;
  return span;
}

Region region_of(const Text& text, Span span) {
  return {text.line(span.begin), text.utf16_column(span.begin), text.line(span.end),
          text.utf16_column(span.end)};
}

namespace {

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

Span context_of(const Text& text, Span span) {
  constexpr std::uint32_t kReach = 240;  // bytes to either side
  const std::string_view utf8 = text.utf8();
  const LineIndex& lines = text.lines();
  const Span shown = shown_span(text, span);
  const std::uint32_t first = std::max(1U, text.line(shown.begin) - 1);
  const std::uint32_t last = std::min(lines.count(), text.line(shown.end) + 1);
  Span context{lines.begin(first), lines.span(last, utf8).end};
  if (shown.begin - context.begin > kReach) context.begin = shown.begin - kReach;
  if (context.end - shown.end > kReach) context.end = shown.end + kReach;
  while (context.begin < shown.begin && continues_character(utf8[context.begin])) ++context.begin;
  while (context.end > shown.end && context.end < utf8.size() &&
         continues_character(utf8[context.end])) {
    --context.end;
  }
  return context;
}

std::string quote_of(const FileResult& file, Span span, std::size_t limit) {
  constexpr std::size_t kCharacter = 4;  // bytes of the longest: it may begin before the limit
  std::string out = one_line(file.shown(shown_span(file.text, span)), limit + kCharacter);
  std::size_t end = std::min(limit, out.size());
  while (end < out.size() && continues_character(out[end])) ++end;
  if (end == out.size()) return out;
  out.resize(end);
  return out += "…";
}

std::uint32_t part_at(const FileResult& file, std::uint32_t story, std::uint32_t offset) {
  const std::vector<Part>& parts = file.narratives.stories[story].parts;
  for (std::uint32_t i = 0; i < parts.size(); ++i) {
    if (parts[i].span.contains(offset) || parts[i].label.contains(offset)) return i;
  }
  return kNone;
}

}  // namespace starlint
