// Control characters, C0 and C1, and the escape sequences of terminals.
#include <algorithm>

#include "base/strings.h"
#include "damage/scan.h"
#include "text/character.h"
#include "text/charset.h"

namespace starlint {

namespace {

constexpr char kEscape = '\x1B';
constexpr std::uint32_t kLongestCommand = 1024;

bool is_in(char c, char first, char last) { return c >= first && c <= last; }

/// The end of "[1;31m" behind its bracket: parameters, then a final letter.
std::uint32_t end_of_csi(std::string_view utf8, std::uint32_t at) {
  while (at < utf8.size() && is_in(utf8[at], ' ', '?')) ++at;
  return at < utf8.size() && is_in(utf8[at], '@', '~') ? at + 1 : at;
}

/// The end of an operating system command: BEL or ESC \ on the same line.
std::uint32_t end_of_osc(std::string_view utf8, std::uint32_t at) {
  const std::uint32_t limit = at + kLongestCommand;
  for (std::uint32_t i = at; i < utf8.size() && i < limit && utf8[i] != '\n'; ++i) {
    if (utf8[i] == '\a') return i + 1;
    if (utf8[i] == kEscape && i + 1 < utf8.size() && utf8[i + 1] == '\\') return i + 2;
  }
  return at;
}

std::uint32_t find_ansi(Scan& scan, std::uint32_t at) {
  const std::uint32_t next = at + 1;
  std::uint32_t end = next;
  if (next < scan.size() && scan.utf8[next] == '[') {
    end = end_of_csi(scan.utf8, next + 1);
  } else if (next < scan.size() && scan.utf8[next] == ']') {
    end = end_of_osc(scan.utf8, next + 1);
  } else if (next < scan.size() && is_in(scan.utf8[next], '0', '~')) {
    end = next + 1;
  }
  const Span span{at, end};
  scan.report({DamageKind::AnsiEscape, span, Repair::Safe, {{span, ""}}});
  return end;
}

/// What a word processor meant by a control character.
std::string meaning_of(Scan& scan, char control) {
  switch (control) {
    case '\v':
      return std::string(scan.line_end());
    case '\x1E':
      return "-";  // Word's hyphen that does not break
    default:
      return {};
  }
}

/// A form feed on a line of its own, or in front of one, parts pages.
bool parts_pages(const Scan& scan, std::uint32_t at) {
  const Span line = scan.line_near(at);
  const auto is_end = [&](std::uint32_t from, std::uint32_t to) {
    return trim(scan.utf8.substr(from, to - from)).empty();
  };
  return is_end(line.begin, at) || is_end(at + 1, line.end);
}

}  // namespace

std::uint32_t find_control(Scan& scan, std::uint32_t at) {
  const char c = scan.utf8[at];
  if (c == kEscape) return find_ansi(scan, at);
  if (c == '\f' && parts_pages(scan, at)) return at + 1;
  DamageKind kind = DamageKind::Control;
  if (c == '\0') kind = DamageKind::Nul;
  if (c == '\b') kind = DamageKind::Backspace;
  const Span span{at, at + 1};
  scan.report({kind, span, Repair::Safe, {{span, meaning_of(scan, c)}}});
  return at + 1;
}

std::uint32_t find_c1(Scan& scan, std::uint32_t at) {
  static const UpperHalf windows = upper_half("windows-1252");
  const char32_t control = scan.at(at);
  const char32_t meant = windows[control - 0x80];
  const Span span{at, at + 2};
  Damage damage{DamageKind::C1Control, span};
  if (meant != control) {
    damage.repair = Repair::Safe;
    damage.patches.push_back({span, {}});
    append_code_point(damage.patches[0].text, meant);
  }
  scan.report(std::move(damage));
  return span.end;
}

std::uint32_t find_ansi_remnant(Scan& scan, std::uint32_t at) {
  std::uint32_t end = at + 1;
  if (end >= scan.size() || !is_ascii_digit(scan.utf8[end])) return at;
  while (end < scan.size() && (is_ascii_digit(scan.utf8[end]) || scan.utf8[end] == ';')) ++end;
  if (end >= scan.size() || scan.utf8[end] != 'm' || end - at > 12) return at;
  const Span span{at, end + 1};
  if (scan.is_protected(at)) return span.end;
  scan.report({DamageKind::AnsiRemnant, span, Repair::Unsafe, {{span, ""}}});
  return span.end;
}

}  // namespace starlint
