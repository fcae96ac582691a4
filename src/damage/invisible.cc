// Characters that nobody sees: directions, joiners, selectors, tags, hyphens that hide.
#include "damage/scan.h"
#include "text/character.h"

namespace starlint {

namespace {

std::uint32_t length_at(const Scan& scan, std::uint32_t at) {
  std::size_t after = at;
  next_code_point(scan.utf8, after);
  return static_cast<std::uint32_t>(after) - at;
}

Damage deletion(DamageKind kind, Span span, Repair repair) {
  return {kind, span, repair, {{span, ""}}};
}

/// A script whose spelling needs joiners or breaks without spaces.
bool shapes_words(char32_t c) {
  if (!is_letter(c) && !is_mark(c)) return false;
  const Script script = script_of(c);
  return script == Script::Other || script == Script::Han || script == Script::Kana ||
         script == Script::Hangul;
}

/// The neighbours that are not themselves invisible.
char32_t visible_before(const Scan& scan, std::uint32_t at) {
  std::size_t place = at;
  while (place > 0) {
    const char32_t c = previous_code_point(scan.utf8, place);
    const bool invisible =
        (c >= 0x200B && c <= 0x200F) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0xAD;
    if (!invisible) return c;
  }
  return 0;
}

char32_t visible_after(const Scan& scan, std::uint32_t at) {
  std::size_t place = at;
  while (place < scan.utf8.size()) {
    const char32_t c = next_code_point(scan.utf8, place);
    const bool invisible =
        (c >= 0x200B && c <= 0x200F) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0xAD;
    if (!invisible) return c;
  }
  return 0;
}

bool is_emoji_part(char32_t c) {
  return is_pictographic(c) || c == 0xFE0F || (c >= 0x1F3FB && c <= 0x1F3FF) ||
         (c >= 0x1F1E6 && c <= 0x1F1FF) || (c >= 0xE0020 && c <= 0xE007F);
}

bool opens_direction(char32_t c) {
  return c == 0x202A || c == 0x202B || c == 0x202D || c == 0x202E || (c >= 0x2066 && c <= 0x2068);
}
bool is_isolate(char32_t c) { return c >= 0x2066 && c <= 0x2069; }
bool is_bidi(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || is_isolate(c);
}

struct Direction {
  Span span;
  char32_t character;
  bool paired;
};

/// The controls of one line, each with whether its partner stands in the line too.
std::vector<Direction> directions_of(const Scan& scan, Span line, bool& right_to_left) {
  std::vector<Direction> out;
  std::vector<std::size_t> open;
  for (std::size_t at = line.begin; at < line.end;) {
    const auto begin = static_cast<std::uint32_t>(at);
    const char32_t c = next_code_point(scan.utf8, at);
    right_to_left = right_to_left || (!is_bidi(c) && is_right_to_left(c));
    if (!is_bidi(c)) continue;
    out.push_back({{begin, static_cast<std::uint32_t>(at)}, c, false});
    if (opens_direction(c)) {
      open.push_back(out.size() - 1);
    } else if (c == 0x202C || c == 0x2069) {
      if (open.empty() || is_isolate(out[open.back()].character) != (c == 0x2069)) continue;
      out[open.back()].paired = out.back().paired = true;
      open.pop_back();
    } else {
      out.back().paired = true;  // a mark stands alone
    }
  }
  return out;
}

}  // namespace

std::uint32_t find_bidi(Scan& scan, std::uint32_t at) {
  const Span line = scan.line_around(at);
  bool right_to_left = false;
  bool earlier = false;
  directions_of(scan, {line.begin, at}, earlier);
  for (const Direction& one : directions_of(scan, {at, line.end}, right_to_left)) {
    if (!one.paired) {
      scan.report(deletion(DamageKind::BidiUnpaired, one.span, Repair::Safe));
    } else if (!right_to_left && !earlier) {
      scan.report(deletion(DamageKind::BidiControl, one.span, Repair::Unsafe));
    }
  }
  return line.end;
}

std::uint32_t find_zero_width(Scan& scan, std::uint32_t at) {
  const char32_t c = scan.at(at);
  const Span span{at, at + length_at(scan, at)};
  const char32_t before = visible_before(scan, at);
  const char32_t after = visible_after(scan, span.end);
  if (shapes_words(before) || shapes_words(after)) return span.end;
  if (c == 0x034F && (is_mark(before) || is_mark(after))) return span.end;
  const DamageKind kind = c == 0xFEFF ? DamageKind::InnerByteOrderMark : DamageKind::ZeroWidth;
  scan.report(deletion(kind, span, Repair::Safe));
  return span.end;
}

std::uint32_t find_joiner(Scan& scan, std::uint32_t at) {
  const Span span{at, at + length_at(scan, at)};
  const char32_t before = scan.before(at);
  const char32_t after = scan.at(span.end);
  const bool emoji = is_emoji_part(before) && is_emoji_part(after);
  if (emoji || shapes_words(before) || shapes_words(after) ||
      shapes_words(visible_before(scan, at))) {
    return span.end;
  }
  scan.report(deletion(DamageKind::Joiner, span, Repair::Safe));
  return span.end;
}

std::uint32_t find_variation_selector(Scan& scan, std::uint32_t at) {
  const Span span{at, at + length_at(scan, at)};
  const char32_t before = scan.before(at);
  const bool has_base = is_emoji(before) || is_pictographic(before) || before == 0x200D ||
                        shapes_words(before) || (before > 0x2000 && !is_space(before));
  if (!has_base) scan.report(deletion(DamageKind::VariationSelector, span, Repair::Safe));
  return span.end;
}

std::uint32_t find_tag(Scan& scan, std::uint32_t at) {
  constexpr char32_t kBlackFlag = 0x1F3F4;
  constexpr char32_t kCancel = 0xE007F;
  std::size_t end = at;
  char32_t last = 0;
  while (end < scan.utf8.size()) {
    const char32_t c = scan.at(static_cast<std::uint32_t>(end));
    if (c < 0xE0000 || c > 0xE007F) break;
    last = next_code_point(scan.utf8, end);
  }
  const Span span{at, static_cast<std::uint32_t>(end)};
  const bool flag = scan.before(at) == kBlackFlag && last == kCancel;
  if (!flag) scan.report(deletion(DamageKind::TagCharacter, span, Repair::Safe));
  return span.end;
}

std::uint32_t find_soft_hyphen(Scan& scan, std::uint32_t at) {
  const Span span{at, at + length_at(scan, at)};
  const char32_t before = visible_before(scan, at);
  if (is_letter(before) && script_of(before) != Script::Latin) return span.end;
  scan.report(deletion(DamageKind::SoftHyphen, span, Repair::Safe));
  return span.end;
}

}  // namespace starlint
