// Quotes and apostrophes that are the wrong sign for their place.
#include "base/strings.h"
#include "damage/scan.h"
#include "text/character.h"

namespace starlint {

namespace {

constexpr std::string_view kApostrophe = "\xE2\x80\x99";

/// "l‘école", "O‘Neil": one letter, then the mark, then the word.
bool is_elision(const Scan& scan, std::uint32_t at, std::uint32_t end) {
  std::size_t letter = at;
  if (!is_letter(scan.before(at)) || !is_letter(scan.at(end))) return false;
  previous_code_point(scan.utf8, letter);
  return !is_letter(code_point_before(scan.utf8, letter)) &&
         !is_mark(code_point_before(scan.utf8, letter));
}

/// Uzbek writes oʻ and gʻ, usually with this quote.
bool is_uzbek(const Scan& scan, std::uint32_t at) {
  const char32_t c = scan.before(at) | 0x20U;
  return c == U'o' || c == U'g';
}

struct Marks {
  std::size_t opening = 0, closing = 0, straight = 0;
  std::uint32_t first_straight = 0;
};

Marks count_marks(Scan& scan, Span line) {
  Marks marks;
  for (std::uint32_t at = line.begin; at < line.end; ++at) {
    if (scan.utf8[at] == '"' && !scan.in_code(at)) {
      if (marks.straight++ == 0) marks.first_straight = at;
    }
    const std::string_view three = scan.utf8.substr(at, 3);
    marks.opening += three == "\xE2\x80\x9C" ? 1U : 0U;
    marks.closing += three == "\xE2\x80\x9D" ? 1U : 0U;
  }
  return marks;
}

}  // namespace

std::uint32_t find_wrong_apostrophe(Scan& scan, std::uint32_t at) {
  std::size_t after = at;
  const char32_t mark = next_code_point(scan.utf8, after);
  const Span span{at, static_cast<std::uint32_t>(after)};
  if (!is_letter(scan.before(at))) return at;
  const bool contraction = scan.contraction_follows(span.end);
  const bool accent = mark == U'`' || mark == 0xB4 || mark == 0x2032;
  const bool elision = mark != U'`' && mark != 0x201A && mark != 0x02BC && mark != 0x2032 &&
                       !is_uzbek(scan, at) && is_elision(scan, at, span.end);
  if (!contraction && !elision) return at;
  if (scan.is_protected(at)) return span.end;
  Damage damage{
      DamageKind::QuoteAsApostrophe, span, Repair::Safe, {{span, std::string(kApostrophe)}}};
  if (accent) {
    damage.kind = DamageKind::BacktickApostrophe;
    damage.patches[0].text = scan.apostrophe();
  }
  scan.report(std::move(damage));
  return span.end;
}

void find_quote_mixture(Scan& scan) {
  if (scan.utf8.find("\xE2\x80\x9C") == std::string_view::npos) return;
  Marks all;
  for (std::uint32_t line = 1; line <= scan.text.lines().count(); ++line) {
    const Span span = scan.text.lines().span(line, scan.utf8);
    const Marks marks = count_marks(scan, span);
    if (marks.straight > 0 && all.straight == 0) all.first_straight = marks.first_straight;
    all.straight += marks.straight;
    all.opening += marks.opening;
    // Opened with a curly quote, closed with a straight one.
    if (marks.opening == marks.closing + 1 && marks.straight == 1) {
      const Span mark{marks.first_straight, marks.first_straight + 1};
      scan.report({DamageKind::UnbalancedQuote, mark, Repair::Unsafe, {{mark, "\xE2\x80\x9D"}}});
    }
  }
  if (all.straight == 0) return;
  const Span first{all.first_straight, all.first_straight + 1};
  Damage damage{DamageKind::MixedQuotes, first};
  damage.detail = cat(all.opening, " curly, ", all.straight, " straight");
  scan.report(std::move(damage));
}

}  // namespace starlint
