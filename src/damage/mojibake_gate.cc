// The gate: which runs could be what the author wrote. Names of letters («Ã»), capitals before a
// closing quote or a trade mark, French spacing, mathematics after a root, box drawings and
// all-caps Cyrillic are real text that reads as UTF-8 by chance.
#include <algorithm>

#include "damage/mojibake.h"
#include "damage/mojibake_table.h"
#include "text/character.h"

namespace starlint {

namespace {

struct Neighbours {
  char32_t before = 0;
  char32_t after = 0;
  char32_t after_next = 0;
};

Neighbours neighbours_of(std::string_view utf8, Span run) {
  Neighbours out;
  out.before = code_point_before(utf8, run.begin);
  std::size_t at = run.end;
  if (at < utf8.size()) out.after = next_code_point(utf8, at);
  if (at < utf8.size()) out.after_next = next_code_point(utf8, at);
  return out;
}

bool is_any_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

/// What follows a letter in correct text: closing and French quotes, dashes, no-break space.
bool is_ordinary(char32_t c) { return is_any_of(c, U"\u00A0«»‹›“”‘’„‚–—…™®•"); }
/// The same for two-character forms: footnote marks and degrees too.
bool follows_letters(char32_t c) { return is_ordinary(c) || is_any_of(c, U"°·²³¹ºª"); }

bool is_latin(char32_t c) { return is_letter(c) && script_of(c) == Script::Latin; }

/// Text signs and symbols that damage makes of everyday punctuation.
bool is_everyday_sign(char32_t c) {
  return (c >= 0x2000 && c <= 0x2BFF) || c == 0xFEFF || c == 0xFFFD ||
         (c >= 0xFB00 && c <= 0xFB06) || (c >= 0xFE00 && c <= 0xFE0F);
}

Evidence strong_if(bool condition) { return condition ? Evidence::Strong : Evidence::Weak; }

bool has_odd_tail(const MojibakeUnit& unit, bool letters_count) {
  for (std::size_t i = 1; i < unit.count; ++i) {
    const char32_t c = unit.written[i];
    if (!is_ordinary(c) && (letters_count || !is_letter(c))) return true;
  }
  return false;
}

Evidence weigh_three(const MojibakeUnit& unit, LeadStyle style, Neighbours near) {
  const char32_t lead = unit.written[0];
  const bool alphabet = style == LeadStyle::Cyrillic || style == LeadStyle::Greek;
  const bool low_quote = lead == U'‚' || lead == U'„';
  if (alphabet && (is_latin(near.before) || is_latin(near.after))) return Evidence::Strong;
  if (alphabet && is_lower(lead) && is_upper(unit.written[1])) return Evidence::Strong;
  if (is_everyday_sign(unit.character)) {
    if (has_odd_tail(unit, !alphabet)) return Evidence::Strong;
    if (low_quote || alphabet) return Evidence::Weak;
    const bool named = is_any_of(near.before, U"“‘«\"'(");
    return strong_if(!named && !is_letter(near.before) && unit.character >= 0x2190);
  }
  const bool quotes_meet = is_lower(near.before) || is_lower(near.after);
  return strong_if(!alphabet && (has_odd_tail(unit, false) || quotes_meet));
}

/// After a Latin capital that was the byte C2 or C3: "Ã©", "Â£".
Evidence weigh_low_lead(const MojibakeUnit& unit, Neighbours near) {
  const char32_t tail = unit.written[1];
  const bool named = is_any_of(near.before, U"“‘«\"'(");
  if (is_lower(near.before)) return Evidence::Strong;
  const bool genitive = tail == U'’' && near.after == U's' && !is_letter(near.after_next);
  if (is_lower(near.after) && !genitive && !is_upper(near.before)) return Evidence::Strong;
  if (tail == 0xA0) {
    if (unit.lead == 0xC2) {
      return strong_if(!is_letter(near.before) && !is_space(near.before) && !named);
    }
    return strong_if(!is_letter(near.before) && near.after == U' ');
  }
  const bool odd = !follows_letters(tail);
  if (is_upper(near.before)) {
    // "JÃ©rman" is no word; a quote or dash could close one: "SÃ…".
    const bool inside = !is_ordinary(tail) && !is_letter(tail) && is_lower(near.after);
    return strong_if(inside || (odd && !is_lower(unit.character)));
  }
  if (odd) return Evidence::Strong;
  const bool by_digit = is_digit(near.before) || is_digit(near.after);
  const bool opens = is_any_of(tail, U"“‘«„‚") && is_letter(near.after);
  const bool degree = unit.lead == 0xC2 && is_any_of(tail, U"°·²³¹ºª") && near.after != 0;
  return strong_if(by_digit || opens || (degree && !named));
}

/// Small letters on both sides: no quote or sign stands there.
bool in_word(Neighbours near) { return is_lower(near.before) && is_lower(near.after); }

/// Of phonetic alphabets and few languages: Latin Extended-B without Romanian, and what follows.
bool is_rare_letter(char32_t c) { return c >= 0x01C4 && c <= 0x036F && (c < 0x0218 || c > 0x021B); }

/// An accent of its own behind the letter that takes it.
Evidence weigh_accent(const MojibakeUnit& unit, Neighbours near) {
  if (near.before >= 0x80 || !is_letter(near.before)) return Evidence::None;
  std::string pair;
  append_code_point(pair, near.before);
  append_code_point(pair, unit.character);
  return strong_if(count_code_points(composed(pair)) == 1 && !follows_letters(unit.written[1]));
}

Evidence weigh_latin_pair(const MojibakeUnit& unit, Neighbours near) {
  const char32_t tail = unit.written[1];
  if (is_control(tail)) return Evidence::Strong;
  if (unit.lead <= 0xC3) return weigh_low_lead(unit, near);
  const Script script = script_of(unit.character);
  if (!is_upper(unit.written[0])) return Evidence::None;
  if (unit.lead == 0xCC) return weigh_accent(unit, near);
  const bool odd = !follows_letters(tail) && !is_letter(tail);
  if (is_rare_letter(unit.character)) {
    const bool inside = in_word(near) || (odd && is_letter(near.before) && is_lower(near.after));
    return inside ? Evidence::Strong : Evidence::None;
  }
  if (script == Script::Greek) return strong_if(odd || is_lower(near.before));
  if (script != Script::Latin) return Evidence::Weak;
  const bool inside = is_lower(near.before);
  const bool genitive = tail == U'’' && near.after == U's' && !is_letter(near.after_next);
  if (inside) return strong_if(!follows_letters(tail) || is_letter(near.after));
  if (is_upper(near.before)) return strong_if(odd && is_lower(near.after));
  return strong_if(!is_letter(near.before) && is_lower(near.after) && !genitive &&
                   !is_any_of(tail, U"–—…”"));
}

/// Mathematics puts these behind a root or a negation.
bool is_math(char32_t c) { return is_any_of(c, U"π∑∏ΩΩ∫∂µ∞±"); }

Evidence weigh_mac_pair(const MojibakeUnit& unit, Neighbours near, std::string_view utf8) {
  const char32_t lead = unit.written[0];
  const char32_t tail = unit.written[1];
  if (unit.lead <= 0xC3) {
    if (!is_math(tail)) return Evidence::Strong;
    std::size_t at = unit.begin;
    const bool word_before = is_latin(near.before) && at > 0 &&
                             (previous_code_point(utf8, at), is_latin(code_point_before(utf8, at)));
    const bool word_after = is_lower(near.after) && is_lower(near.after_next);
    const bool by_digit = lead == U'¬' && (is_digit(near.before) || is_digit(near.after));
    return strong_if((word_before && lead == U'√') || word_after || by_digit);
  }
  if (is_any_of(lead, U"ƒ≈")) return strong_if(is_letter(near.before) || is_lower(near.after));
  if (lead == U'»' && is_lower(near.after)) return strong_if(is_letter(near.before));
  if (is_any_of(lead, U"–—") && !is_letter(near.before) && !is_letter(near.after)) {
    return Evidence::Weak;
  }
  if (is_any_of(lead, U"Œœ")) return strong_if(!is_letter(tail) && !follows_letters(tail));
  return unit.lead == 0xCC ? weigh_accent(unit, near) : Evidence::None;
}

bool is_box(char32_t c) { return c >= 0x2500 && c <= 0x259F; }

Evidence weigh_box_pair(const MojibakeUnit& unit, Neighbours near) {
  if (is_latin(unit.written[0]) && is_latin(unit.character))
    return Evidence::Weak;  // a letter: code page 850 has some there
  const bool in_art = is_box(near.before) || is_box(near.after);
  if (is_letter(near.before) && !in_art) return Evidence::Strong;
  if (in_art) return Evidence::None;
  const bool box_tail = is_box(unit.written[1]);
  if (unit.lead > 0xC3) return strong_if(is_lower(near.after) && !box_tail);
  return strong_if(!box_tail || is_lower(near.after) || is_digit(near.before) ||
                   is_digit(near.after));
}

Evidence weigh_cyrillic_pair(const MojibakeUnit& unit, Neighbours near) {
  const char32_t tail = unit.written[1];
  if (is_latin(near.before) || is_latin(near.after)) {
    const bool inside = is_latin(near.before) && is_latin(near.after);
    return strong_if(unit.lead <= 0xC3 || inside || !is_letter(tail) || is_lower(near.after));
  }
  if (is_letter(near.before) || is_letter(near.after)) return Evidence::None;
  if (unit.lead > 0xC3 || tail == 0xA0) return Evidence::Weak;
  const bool by_digit = is_digit(near.before) || is_digit(near.after);
  return strong_if(!follows_letters(tail) && tail != U'§' &&
                   (by_digit || (!is_letter(tail) && tail != U'№')));
}

Evidence weigh_pair(const MojibakeUnit& unit, LeadStyle style, Neighbours near,
                    std::string_view utf8) {
  switch (style) {
    case LeadStyle::Latin:
      return weigh_latin_pair(unit, near);
    case LeadStyle::Mac:
      return weigh_mac_pair(unit, near, utf8);
    case LeadStyle::Box:
      return weigh_box_pair(unit, near);
    case LeadStyle::Cyrillic:
      return weigh_cyrillic_pair(unit, near);
    case LeadStyle::Greek:
      break;
  }
  if (unit.lead > 0xC3) return Evidence::None;
  return strong_if(is_latin(near.before) || is_latin(near.after));
}

/// Several units side by side: chance is out, unless the alphabet itself alternates like that.
Evidence weigh_many(const std::vector<MojibakeUnit>& units, LeadStyle style, Neighbours near) {
  const auto some = [&](auto test) { return std::any_of(units.begin(), units.end(), test); };
  const bool odd = some([](const MojibakeUnit& unit) { return has_odd_tail(unit, false); });
  const bool longer = some([](const MojibakeUnit& unit) { return unit.count > 2; });
  const bool turn = std::any_of(units.begin(), units.end() - 1, [](const MojibakeUnit& unit) {
    return is_lower(unit.written[unit.count - 1U]);  // a capital follows: no word is written so
  });
  switch (style) {
    case LeadStyle::Latin:
      return strong_if(odd || longer || units.size() > 2 || turn ||
                       (is_letter(near.before) && is_lower(near.after)));
    case LeadStyle::Mac: {
      const bool quotes = std::all_of(units.begin(), units.end(), [](const MojibakeUnit& unit) {
        return is_ordinary(unit.written[0]);
      });
      return strong_if(!quotes || units.size() > 2);
    }
    case LeadStyle::Box:
      // Two pairs of letters: code page 850 has some among its boxes.
      if (units.size() == 2 && !some([](const MojibakeUnit& unit) {
            return unit.count > 2 || !is_latin(unit.written[0]) || !is_latin(unit.character);
          })) {
        return Evidence::Weak;
      }
      if (is_letter(near.before) || is_lower(near.after)) return Evidence::Strong;
      return strong_if(some([](const MojibakeUnit& unit) {
        return std::any_of(unit.written.begin() + 1, unit.written.begin() + unit.count,
                           [](char32_t c) { return !is_box(c); });
      }));
    case LeadStyle::Cyrillic:
    case LeadStyle::Greek:
      break;
  }
  return strong_if(odd || turn);
}

}  // namespace

Evidence weigh_mojibake(std::string_view utf8, std::size_t charset,
                        const std::vector<MojibakeUnit>& units) {
  const LeadStyle style = mojibake_charsets()[charset].style;
  const Neighbours near = neighbours_of(utf8, {units.front().begin, units.back().end});
  if (units.size() > 1) return weigh_many(units, style, near);
  const MojibakeUnit& unit = units.front();
  if (unit.count == 4) return Evidence::Strong;
  if (unit.count == 3) return weigh_three(unit, style, near);
  return weigh_pair(unit, style, near, utf8);
}

}  // namespace starlint
