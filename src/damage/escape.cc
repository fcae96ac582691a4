// Escapes of other formats that were left in the text: HTML, MIME, addresses, program sources.
#include <charconv>

#include "base/strings.h"
#include "damage/scan.h"
#include "text/character.h"
#include "text/charset.h"

namespace starlint {

namespace {

std::optional<std::uint32_t> number_in(std::string_view digits, int base) {
  std::uint32_t value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return value;
}

char32_t windows_meaning(char32_t character) {
  static const UpperHalf windows = upper_half("windows-1252");
  return character >= 0x80 && character <= 0x9F ? windows[character - 0x80] : character;
}

bool is_visible_character(char32_t c) {
  return c <= 0x10FFFF && !is_unassigned(c) && (c >= 0x20 || c == '\t' || c == '\n') && c != 0x7F;
}

/// The character that a named or numeric entity between '&' and ';' stands for; "" for none.
std::string entity_value(std::string_view body, const DamageLexicon& lexicon) {
  std::string out;
  if (!body.starts_with('#')) {
    const auto known = lexicon.entities.find(body);
    return known == lexicon.entities.end() ? out : known->second;
  }
  const bool hex = body.size() > 1 && (body[1] == 'x' || body[1] == 'X');
  const auto number = hex ? number_in(body.substr(2), 16) : number_in(body.substr(1), 10);
  if (number && is_visible_character(*number)) append_code_point(out, windows_meaning(*number));
  return out;
}

struct Entity {
  std::uint32_t end = 0;  // 0: none
  std::string value;
};

/// The entity at `at` in `text`, decoded again while it was escaped twice ("&amp;#39;").
Entity entity_at(std::string_view text, std::uint32_t at, const DamageLexicon& lexicon) {
  constexpr std::size_t kLongest = 32;
  Entity entity;
  std::string body = "&";
  std::uint32_t from = at + 1;
  while (body == "&") {
    const std::size_t semicolon = text.substr(from, kLongest).find(';');
    if (semicolon == std::string_view::npos) break;
    std::string value = entity_value(text.substr(from, semicolon), lexicon);
    if (value.empty()) break;
    from += static_cast<std::uint32_t>(semicolon) + 1;
    entity.end = from;
    entity.value = value;
    body = std::move(value);
  }
  return entity;
}

bool has_tag(std::string_view line) {
  const std::size_t close = line.rfind('>');
  if (close == std::string_view::npos) return false;
  for (std::size_t at = line.find('<'); at != std::string_view::npos; at = line.find('<', at + 1)) {
    const std::size_t name = at + 1 < line.size() && line[at + 1] == '/' ? at + 2 : at + 1;
    const bool opens = name < line.size() && is_ascii_alpha(line[name]);
    if (opens && close > name) return true;
  }
  return false;
}

/// A bare "<" in front of a word would begin a tag.
bool makes_markup(const Scan& scan, const Entity& entity, std::uint32_t at) {
  if (entity.value == "<") return is_letter(scan.at(entity.end)) || scan.at(entity.end) == '/';
  return entity.value == ">" && !is_space(scan.before(at));
}

std::optional<std::uint8_t> hex_byte(std::string_view utf8, std::size_t at) {
  if (at + 2 > utf8.size()) return std::nullopt;
  const auto value = number_in(utf8.substr(at, 2), 16);
  if (!value) return std::nullopt;
  return static_cast<std::uint8_t>(*value);
}

/// The bytes of a run of escapes, each `introducer` and two hexadecimal digits.
std::string escaped_bytes(std::string_view utf8, std::uint32_t at, std::string_view introducer,
                          std::uint32_t& end) {
  std::string bytes;
  end = at;
  while (utf8.substr(end, introducer.size()) == introducer) {
    const auto byte = hex_byte(utf8, end + introducer.size());
    if (!byte) break;
    bytes += static_cast<char>(*byte);
    end += static_cast<std::uint32_t>(introducer.size()) + 2;
  }
  return bytes;
}

bool is_foreign_utf8(std::string_view bytes) {
  return bytes.size() > 1 && find_non_ascii(bytes) < bytes.size() &&
         find_invalid_utf8(bytes) == bytes.size() && bytes.find('\0') == std::string_view::npos;
}

Damage replacement(DamageKind kind, Span span, std::string text, Repair repair) {
  return {kind, span, repair, {{span, std::move(text)}}};
}

/// "\u2019", one UTF-16 unit; nullopt where there is no such escape.
std::optional<char32_t> utf16_escape(std::string_view utf8, std::size_t at) {
  if (utf8.substr(at, 2) != "\\u" || at + 6 > utf8.size()) return std::nullopt;
  const auto unit = number_in(utf8.substr(at + 2, 4), 16);
  if (!unit) return std::nullopt;
  return static_cast<char32_t>(*unit);
}

/// A backslash in the word before `at` that begins no escape: the word is a path.
bool is_in_path(const Scan& scan, std::uint32_t at) {
  const Span line = scan.line_near(at);
  for (std::uint32_t i = at; i > line.begin && !is_ascii_space(scan.utf8[i - 1]); --i) {
    if (scan.utf8[i - 1] == '\\' && !utf16_escape(scan.utf8, i - 1)) return true;
  }
  return false;
}

std::uint32_t find_utf16_escape(Scan& scan, std::uint32_t at, char32_t unit) {
  std::uint32_t end = at + 6;
  if (unit >= 0xD800 && unit < 0xDC00) {
    const auto low = utf16_escape(scan.utf8, end);
    if (!low || *low < 0xDC00 || *low > 0xDFFF) return at;
    unit = 0x10000 + ((unit - 0xD800) << 10U) + (*low - 0xDC00);
    end += 6;
  }
  if (unit < 0x80 || !is_visible_character(unit) || scan.is_protected(at)) return at;
  std::string text;
  append_code_point(text, windows_meaning(unit));
  scan.report(replacement(DamageKind::UnicodeEscape, {at, end}, text, Repair::Safe));
  return end;
}

std::uint32_t find_byte_escape(Scan& scan, std::uint32_t at) {
  std::uint32_t end = at;
  std::string bytes = escaped_bytes(scan.utf8, at, "\\x", end);
  if (bytes.empty() || scan.is_protected(at)) return at;
  Repair repair = Repair::Safe;
  if (bytes.size() == 1) {
    const char32_t meant = windows_meaning(static_cast<unsigned char>(bytes[0]));
    if (meant < 0x80 || is_control(meant)) return at;
    bytes.clear();
    append_code_point(bytes, meant);
    repair = Repair::Unsafe;
  } else if (!is_foreign_utf8(bytes)) {
    return at;
  }
  scan.report(replacement(DamageKind::UnicodeEscape, {at, end}, bytes, repair));
  return end;
}

}  // namespace

std::uint32_t find_entity(Scan& scan, std::uint32_t at) {
  if (at + 2 >= scan.size()) return at;
  const char next = scan.utf8[at + 1];
  if (next != '#' && !is_ascii_alpha(next)) return at;
  Entity entity = entity_at(scan.utf8, at, scan.lexicon);
  if (entity.end == 0 || scan.is_protected(at)) return at;
  const Span line = scan.line_near(at);
  if (has_tag(scan.utf8.substr(line.begin, line.size()))) return at;
  const Repair repair = makes_markup(scan, entity, at) ? Repair::Unsafe : Repair::Safe;
  if (entity.value == "\u00A0" && !is_wanted_space(scan, at, entity.end)) entity.value = " ";
  scan.report(replacement(DamageKind::HtmlEntity, {at, entity.end}, entity.value, repair));
  return entity.end;
}

std::uint32_t find_quoted_printable(Scan& scan, std::uint32_t at) {
  const bool soft_break =
      at + 1 < scan.size() && (scan.utf8[at + 1] == '\n' || scan.utf8[at + 1] == '\r');
  if (soft_break) {
    const std::uint32_t end = at + (scan.utf8[at + 1] == '\r' ? 3U : 2U);
    if (end > scan.size()) return at;
    scan.suspect(replacement(DamageKind::QuotedPrintable, {at, end}, "", Repair::Safe),
                 kCauseQuotedPrintable);
    return end;
  }
  std::uint32_t end = at;
  const std::string bytes = escaped_bytes(scan.utf8, at, "=", end);
  if (bytes.empty() || scan.is_protected(at)) return at;
  if (is_foreign_utf8(bytes)) {
    scan.prove(kCauseQuotedPrintable);
    scan.report(replacement(DamageKind::QuotedPrintable, {at, end}, bytes, Repair::Safe));
    return end;
  }
  if (bytes.size() > 1 || bytes[0] < ' ' || bytes[0] == '\x7F') return at;
  scan.suspect(replacement(DamageKind::QuotedPrintable, {at, end}, bytes, Repair::Safe),
               kCauseQuotedPrintable);
  return end;
}

std::uint32_t find_percent(Scan& scan, std::uint32_t at) {
  if (at + 5 >= scan.size() || scan.utf8[at + 3] != '%') return at;
  std::uint32_t end = at;
  const std::string bytes = escaped_bytes(scan.utf8, at, "%", end);
  if (!is_foreign_utf8(bytes) || scan.is_protected(at)) return at;
  const Span line = scan.line_near(at);
  std::uint32_t word = at;
  while (word > line.begin && !is_ascii_space(scan.utf8[word - 1])) --word;
  const std::string_view head = scan.utf8.substr(word, at - word);
  if (head.find('/') != std::string_view::npos || head.find('=') != std::string_view::npos) {
    return at;  // a path or a query
  }
  scan.report(replacement(DamageKind::PercentEncoding, {at, end}, bytes, Repair::Unsafe));
  return end;
}

std::uint32_t find_unicode_escape(Scan& scan, std::uint32_t at) {
  if (at + 3 >= scan.size()) return at;
  const char32_t before = scan.before(at);
  if (before == '\\') return at;
  if (scan.utf8[at + 1] == 'x') return find_byte_escape(scan, at);
  const auto unit = utf16_escape(scan.utf8, at);
  if (unit && is_in_path(scan, at)) return at;
  return unit ? find_utf16_escape(scan, at, *unit) : at;
}

}  // namespace starlint
