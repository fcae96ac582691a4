#include "outline/line.h"

#include <algorithm>

#include "base/strings.h"

namespace starlint {

namespace {

// White space that notes begin with: ASCII, no-break space, ideographic space.
std::uint32_t space_size(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (is_ascii_space(text[at])) return 1;
  if (text.substr(at, std::min<std::size_t>(2, end - at)) == "\xC2\xA0") return 2;
  if (text.substr(at, std::min<std::size_t>(3, end - at)) == "\xE3\x80\x80") return 3;
  return 0;
}

// The last two are the bullets of a word processor's symbol font.
constexpr std::string_view kGlyphs[] = {"•",           "◦", "○", "●", "▪",
                                        "▫",           "■", "□", "‣", "⁃",
                                        "§",           "►", "▸", "➢", "➤",
                                        "→",           "·", "✓", "✔", "✅",
                                        "☐",           "☑", "❖", "◆", "\xEF\x82\xB7",
                                        "\xEF\x82\xA7"};

bool space_or_end(std::string_view text, std::uint32_t at, std::uint32_t end) {
  return at >= end || space_size(text, at, end) != 0;
}

std::uint32_t skip_spaces(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end) {
    const std::uint32_t size = space_size(text, at, end);
    if (size == 0) break;
    at += size;
  }
  return at;
}

// "[ ] " and "[x] " behind a bullet are part of the marker.
std::uint32_t skip_checkbox(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (end - at >= 4 && text[at] == '[' && text[at + 2] == ']' && text[at + 3] == ' ' &&
      (text[at + 1] == ' ' || text[at + 1] == 'x' || text[at + 1] == 'X')) {
    return skip_spaces(text, at + 3, end);
  }
  return at;
}

Marker bullet_at(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  const std::string_view rest = text.substr(begin, end - begin);
  if (is_ascii_alnum(rest[0]) && rest[0] != 'o') return {};  // most lines end here
  const bool wide = (rest[0] & 0x80) != 0;
  std::uint32_t after = 0;
  for (const std::string_view glyph : kGlyphs) {
    if (wide && rest.starts_with(glyph)) after = begin + static_cast<std::uint32_t>(glyph.size());
  }
  if (after == 0) {
    for (const std::string_view dash : {"-", "*", "+", "–", "—"}) {
      const std::uint32_t behind = begin + static_cast<std::uint32_t>(dash.size());
      if (rest.starts_with(dash) && space_or_end(text, behind, end)) after = behind;
    }
    // A word processor's hollow bullet arrives as the letter o before a tab.
    if (rest.starts_with("o\t")) after = begin + 1;
  }
  if (after == 0) return {};
  return {MarkerKind::Bullet, skip_checkbox(text, skip_spaces(text, after, end), end)};
}

bool begins_word(std::string_view text, std::uint32_t at, std::uint32_t end) {
  return at < end && ((text[at] >= 'A' && text[at] <= 'Z') || (text[at] & 0x80) != 0 ||
                      text[at] == '*' || text[at] == '"');
}

std::uint32_t roman_end(std::string_view text, std::uint32_t at, std::uint32_t end) {
  std::uint32_t stop = at;
  while (stop < end && (text[stop] == 'i' || text[stop] == 'v' || text[stop] == 'x')) ++stop;
  return stop;
}

}  // namespace

Line shape_line(std::string_view text, Span span) {
  Line line{span, span.begin, span.end, 0, 0};
  while (line.begin < line.end) {
    const char c = text[line.begin];
    if (c == '>') {
      ++line.quotes;
      line.indent = 0;
      ++line.begin;
      if (line.begin < line.end && text[line.begin] == ' ') ++line.begin;
      continue;
    }
    const std::uint32_t size = space_size(text, line.begin, line.end);
    if (size == 0) break;
    line.indent = c == '\t' ? (line.indent / 4 + 1) * 4 : line.indent + 1;
    line.begin += size;
  }
  while (line.end > line.begin && is_ascii_space(text[line.end - 1])) --line.end;
  return line;
}

Marker read_marker(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  if (begin >= end) return {};
  if (const Marker bullet = bullet_at(text, begin, end); bullet.kind != MarkerKind::None) {
    return bullet;
  }
  std::uint32_t at = begin;
  const bool open = text[at] == '(';
  if (open) ++at;
  const std::uint32_t first = at;
  while (at < end && at - first < 3 && is_ascii_digit(text[at])) ++at;
  MarkerKind kind = MarkerKind::Number;
  if (at == first) {
    kind = MarkerKind::Letter;
    const std::uint32_t roman = roman_end(text, at, end);
    at = roman - at >= 2 && roman - at <= 4     ? roman
         : at < end && is_ascii_alpha(text[at]) ? at + 1
                                                : at;
    if (at == first) return {};
  }
  while (kind == MarkerKind::Number && at + 1 < end && text[at] == '.' &&
         is_ascii_digit(text[at + 1])) {
    // "1.2." is a number of two levels; "2.5 times" is none and fails at the closing mark below.
    ++at;
    while (at < end && is_ascii_digit(text[at])) ++at;
  }
  if (at >= end) return {};
  const std::string_view rest = text.substr(at, end - at);
  std::uint32_t after = 0;
  if (rest[0] == ')' || (rest[0] == '.' && !open)) after = at + 1;
  if (kind == MarkerKind::Number) {
    for (const std::string_view wide : {"、", "．", "）"}) {
      if (rest.starts_with(wide)) after = at + static_cast<std::uint32_t>(wide.size());
    }
  }
  if (after == 0) return {};
  const bool tight = kind == MarkerKind::Number && begins_word(text, after, end);
  if (!space_or_end(text, after, end) && !tight) return {};
  return {kind, skip_spaces(text, after, end)};
}

bool is_title_start(char c) {
  return (c >= 'A' && c <= 'Z') || is_ascii_digit(c) || (c & 0x80) != 0;
}

bool can_be_title(std::string_view line) {
  const std::string_view tag = line.substr(std::min(line.find(" #"), line.size()));
  const bool tagged = tag.size() > 2 && is_ascii_alpha(tag[2]);
  return line.size() <= kTitleBytes && !ends_sentence(line) && !tagged;
}

bool is_rule(std::string_view content) {
  if (content.size() < 3) return false;
  const char mark = content[0];
  if (std::string_view("-=*_~#").find(mark) == std::string_view::npos) return false;
  std::size_t count = 0;
  for (const char c : content) {
    if (c == mark) {
      ++count;
    } else if (c != ' ' && c != '\t') {
      return false;
    }
  }
  return count >= 3;
}

Span without_emphasis(std::string_view text, Span span) {
  const auto is_mark = [](char c) { return c == '*' || c == '_' || is_ascii_space(c); };
  while (!span.empty() && is_mark(text[span.begin])) ++span.begin;
  while (!span.empty() && is_mark(text[span.end - 1])) --span.end;
  return span;
}

bool is_bold_run(std::string_view content) {
  if (!content.empty() && content.back() == ':') content.remove_suffix(1);
  if (content.size() < 5) return false;
  const std::string_view mark = content.substr(0, 2);
  if (mark != "**" && mark != "__") return false;
  const std::size_t close = content.find(mark, 2);
  return close == content.size() - 2 ||
         (close == content.size() - 3 && content.back() == content[0]);  // "***Result***"
}

bool ends_sentence(std::string_view content) {
  return content.ends_with('.') || content.ends_with(',') || content.ends_with(';') ||
         content.ends_with("。") || content.ends_with("，");
}

bool ends_in_colon(std::string_view content) {
  return content.ends_with(':') || content.ends_with("：");
}

}  // namespace starlint
