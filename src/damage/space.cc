// Spaces that are not the space bar's: no-break, thin, ideographic.
#include <algorithm>

#include "damage/scan.h"
#include "text/character.h"

namespace starlint {

namespace {

bool is_any_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_no_break(char32_t c) { return c == 0xA0 || c == 0x202F || c == 0x2007; }

/// One or two letters before a space: a preposition of a Slavic language, an initial.
bool follows_short_word(const Scan& scan, std::uint32_t at) {
  std::size_t place = at;
  for (int letters = 0; letters < 3 && place > 0; ++letters) {
    if (!is_letter(previous_code_point(scan.utf8, place))) return letters > 0;
  }
  return place == 0;
}

bool unit_follows(const Scan& scan, std::uint32_t end) {
  const std::string_view rest = scan.utf8.substr(end);
  return std::any_of(
      scan.lexicon.units.begin(), scan.lexicon.units.end(), [&](const std::string& unit) {
        return rest.starts_with(unit) && !is_letter(code_point_at(rest, unit.size()));
      });
}

/// Whether typography wants a space there that is not the space bar's, of whatever width.
bool is_typographic(const Scan& scan, std::uint32_t at, std::uint32_t end) {
  const char32_t before = scan.before(at);
  const char32_t after = scan.at(end);
  if (is_digit(after)) return true;
  if (is_any_of(after, U";:?!»›%‰°€$£¥¢§—–−-+×=<>≤≥±/&|") ||
      is_any_of(before, U"«‹—–−§№#.-+×=<>≤≥±/&|:")) {
    return true;
  }
  if (is_digit(before)) return unit_follows(scan, end) || is_digit(after) || is_letter(after);
  if (is_letter(before) && script_of(before) != Script::Latin) return true;
  return is_letter(after) && script_of(after) != Script::Latin;
}

}  // namespace

bool is_wanted_space(const Scan& scan, std::uint32_t at, std::uint32_t end) {
  return is_typographic(scan, at, end) || follows_short_word(scan, at);
}

std::uint32_t find_space(Scan& scan, std::uint32_t at) {
  std::size_t end = at;
  const char32_t c = next_code_point(scan.utf8, end);
  const Span span{at, static_cast<std::uint32_t>(end)};
  if (is_no_break(c) && scan.begins_line(at)) {
    std::uint32_t stop = span.end;
    while (is_no_break(scan.at(stop))) {
      next_code_point(scan.utf8, end);
      stop = static_cast<std::uint32_t>(end);
    }
    const std::string_view indent = scan.utf8.substr(at, stop - at);
    scan.report({DamageKind::NoBreakIndent,
                 {at, stop},
                 Repair::Unsafe,
                 {{{at, stop}, std::string(count_code_points(indent), ' ')}}});
    return stop;
  }
  // Only a no-break space has a reason behind a short word.
  if (is_no_break(c) ? is_wanted_space(scan, at, span.end) : is_typographic(scan, at, span.end)) {
    return span.end;
  }
  if (c == 0x3000 && scan.has_east_asian()) return span.end;
  Damage damage{is_no_break(c) ? DamageKind::NoBreakSpace : DamageKind::OddSpace,
                span,
                is_no_break(c) ? Repair::Unsafe : Repair::Safe,
                {{span, " "}}};
  scan.report_once_a_line(std::move(damage));
  return span.end;
}

}  // namespace starlint
