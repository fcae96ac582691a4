// Signs in front of list items that a word processor or a symbol font left behind.
#include <algorithm>

#include "damage/scan.h"
#include "text/character.h"

namespace starlint {

namespace {

bool is_blank(char32_t c) { return c == U' ' || c == U'\t' || c == 0xA0; }

/// The sign of the list at `at`; 0 where the character is none.
std::uint32_t glyph_length(const Scan& scan, std::uint32_t at) {
  const std::string_view rest = scan.utf8.substr(at);
  for (const std::string& glyph : scan.lexicon.list_glyphs) {
    if (rest.starts_with(glyph)) return static_cast<std::uint32_t>(glyph.size());
  }
  return 0;
}

std::uint32_t private_glyph_length(const Scan& scan, std::uint32_t at) {
  const char32_t c = scan.at(at);
  return c >= 0xF020 && c <= 0xF0FF ? 3 : 0;  // where symbol fonts keep their signs
}

/// Whether the line before also begins with a sign: two of them are a list, and no law's paragraph.
bool follows_item(const Scan& scan, std::uint32_t at) {
  if (at < 2 || scan.utf8[at - 1] != '\n') return false;
  const std::size_t end = scan.utf8.rfind('\n', at - 2);
  const auto line = static_cast<std::uint32_t>(end == std::string_view::npos ? 0 : end + 1);
  const std::uint32_t length = glyph_length(scan, line);
  return length != 0 && is_blank(scan.at(line + length)) && !is_digit(scan.at(line + length + 1));
}

}  // namespace

std::uint32_t find_list_glyph(Scan& scan, std::uint32_t at) {
  const bool may_begin = at == 0 || scan.utf8[at - 1] == '\n' ||
                         is_blank(static_cast<unsigned char>(scan.utf8[at - 1]));
  if (!may_begin) return at;
  const std::uint32_t symbol = private_glyph_length(scan, at);
  const std::uint32_t length = symbol != 0 ? symbol : glyph_length(scan, at);
  if (length == 0 || !scan.begins_line(at) || !is_blank(scan.at(at + length))) return at;
  const Span span{at, at + length};
  if (symbol != 0) {
    scan.report({DamageKind::SymbolFontBullet, span, Repair::Safe, {{span, "-"}}});
    return span.end;
  }
  // "§ 4" is a paragraph of a law; in East Asia these signs begin a line by right.
  if (is_digit(scan.at(span.end + 1)) || scan.has_east_asian()) return at;
  Damage damage{DamageKind::ListGlyph, span, Repair::Unsafe, {{span, "-"}}};
  const bool nested = at > 0 && is_blank(static_cast<unsigned char>(scan.utf8[at - 1]));
  if (nested || follows_item(scan, at)) {
    scan.prove(kCauseListGlyph);
    scan.report(std::move(damage));
  } else {
    scan.suspect(std::move(damage), kCauseListGlyph);
  }
  return span.end;
}

}  // namespace starlint
