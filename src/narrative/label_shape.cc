#include "narrative/label_shape.h"

#include <algorithm>

#include "base/strings.h"
#include "damage/mojibake.h"
#include "outline/html.h"
#include "outline/line.h"
#include "text/utf8.h"

namespace starlint {

namespace {

constexpr std::uint32_t kMaxLabel = 96;
constexpr std::uint32_t kMaxSpaces = 10;  // more words are a sentence

std::uint32_t skip_decoration(std::string_view utf8, std::uint32_t at, std::uint32_t end) {
  while (at < end) {
    const char c = utf8[at];
    if ((c & 0x80) == 0) {
      if (is_ascii_alnum(c)) return at;
      at += std::max(1U, tag_size(utf8.substr(at, end - at)));
      continue;
    }
    std::size_t next = at;
    if (!is_decoration(next_code_point(utf8, next))) return at;
    at = static_cast<std::uint32_t>(next);
  }
  return at;
}

std::uint32_t mark_size(std::string_view rest) {
  if (rest[0] != '\xE3' && rest[0] != '\xEF') return 0;
  for (const std::string_view mark : {"：", "】", "」", "』", "）"}) {
    if (rest.starts_with(mark)) return 3;
  }
  return 0;
}

std::uint32_t dash_size(std::string_view rest) {
  if (std::string_view("-=|\xE2").find(rest[0]) == std::string_view::npos) return 0;
  for (const std::string_view dash : {"—", "–", "→", "->", "=>", "-", "|", "="}) {
    if (rest.starts_with(dash)) return static_cast<std::uint32_t>(dash.size());
  }
  return 0;
}

}  // namespace

bool is_word_byte(char c) { return is_ascii_alnum(c) || (c & 0x80) != 0; }

bool is_decoration(char32_t c) {
  return (c >= 0xA0 && c < 0xC0) || (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) ||
         (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFF00 && c <= 0xFF0F) || c == 0xFF1A ||
         (c >= 0xE000 && c <= 0xF8FF) || c >= 0x1F000;
}

std::string undamaged(std::string_view words) {
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = at;
    if (next_code_point(words, at) >= 0x80) {
      const MojibakeRun run = mojibake_at(words, static_cast<std::uint32_t>(begin));
      if (run.evidence != Evidence::None) {
        out += run.repaired;
        at = run.span.end;
        continue;
      }
    }
    out += words.substr(begin, at - begin);
  }
  return out;
}

std::uint32_t label_begin(std::string_view utf8, Span content) {
  std::uint32_t at = content.begin;
  const Marker marker = read_marker(utf8, at, content.end);
  if (marker.kind == MarkerKind::Bullet || marker.kind == MarkerKind::Number) at = marker.end;
  at = skip_decoration(utf8, at, content.end);
  const Marker inner = read_marker(utf8, at, content.end);  // "**1. Situation**", "## 2) Result"
  if (inner.kind == MarkerKind::Number) at = skip_decoration(utf8, inner.end, content.end);
  return at;
}

std::vector<LabelEnd> label_ends(std::string_view utf8, std::uint32_t begin, std::uint32_t end) {
  std::vector<LabelEnd> out;
  std::uint32_t spaces = 0;
  const std::uint32_t stop = std::min(end, begin + kMaxLabel);
  std::uint32_t at = begin;
  while (at < stop) {
    const char c = utf8[at];
    if (is_ascii_alnum(c)) {
      ++at;
      continue;
    }
    const std::string_view rest = utf8.substr(at, end - at);
    const bool spaced = at > begin && is_ascii_space(utf8[at - 1]);
    if (c == ':' || c == '*' || c == ']' || c == '>' || c == '\t' ||
        (c == '_' && (at + 1 >= end || !is_word_byte(rest[1])))) {
      out.push_back({at, at + 1, true});
    } else if (const std::uint32_t tag = tag_size(rest); tag != 0) {
      out.push_back({at, at + tag, true});
    } else if ((c & 0x80) != 0 && mark_size(rest) != 0) {
      out.push_back({at, at + 3, true});
    } else if (at > begin && rest.starts_with("  ") && is_word_byte(utf8[at - 1])) {
      // "S  the till was gone"; what stands in columns leaves a wider gap: "Setting    In 2017 …"
      out.push_back({at, at + 2, rest.starts_with("   ")});
    } else if (c == ')' || c == '|' ||
               (c == '.' && (at + 1 >= end || is_ascii_space(rest[1]) || rest[1] == '*'))) {
      out.push_back({at, at + 1, false});
    } else if ((spaced || (c & 0x80) != 0) && dash_size(rest) != 0 && c != '|') {
      out.push_back({at, at + dash_size(rest), false});
    }
    if (c == ' ' && ++spaces > kMaxSpaces) return out;
    if (out.size() >= 8) return out;
    ++at;
    while (at < stop && (utf8[at] & 0xC0) == 0x80) ++at;
  }
  if (stop == end) out.push_back({end, end, false});
  return out;
}

std::uint32_t body_begin(std::string_view utf8, std::uint32_t at, std::uint32_t end) {
  while (at < end) {
    const char c = utf8[at];
    const bool closes =
        c == ':' || c == '*' || c == '_' || c == ']' || c == ')' || c == '.' || is_ascii_space(c);
    if (closes) {
      ++at;
      continue;
    }
    const std::string_view rest = utf8.substr(at, end - at);
    if (const std::uint32_t tag = tag_size(rest); tag != 0) {
      at += tag;
      continue;
    }
    const std::uint32_t wide = mark_size(rest);
    const std::uint32_t dash = wide != 0 ? wide : dash_size(rest);
    if (dash == 0 || (rest.starts_with('-') && rest.size() > 1 && !is_ascii_space(rest[1]))) break;
    at += dash;
  }
  return at;
}

}  // namespace starlint
