// Quotes and apostrophes that are the wrong sign for their place.
#include <vector>
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

constexpr std::string_view kOpening = "\xE2\x80\x9C";
constexpr std::string_view kClosing = "\xE2\x80\x9D";

std::size_t count_of(std::string_view text, std::string_view mark) {
  std::size_t count = 0;
  for (std::size_t at = text.find(mark); at != std::string_view::npos;
       at = text.find(mark, at + mark.size())) {
    ++count;
  }
  return count;
}

/// The straight marks outside code.
std::vector<std::uint32_t> straight_marks(Scan& scan) {
  std::vector<std::uint32_t> marks;
  for (std::size_t at = scan.utf8.find('"'); at != std::string_view::npos;
       at = scan.utf8.find('"', at + 1)) {
    const auto mark = static_cast<std::uint32_t>(at);
    if (!scan.in_code(mark)) marks.push_back(mark);
  }
  return marks;
}

/// Opened with a curly quote, closed with the only straight one of the line.
bool closes_curly(const Scan& scan, const std::vector<std::uint32_t>& straight, std::size_t i) {
  const Span line = scan.line_around(straight[i]);
  const bool alone = (i == 0 || !line.contains(straight[i - 1])) &&
                     (i + 1 == straight.size() || !line.contains(straight[i + 1]));
  const std::string_view text = scan.text.slice(line);
  return alone && count_of(text, kOpening) == count_of(text, kClosing) + 1;
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
  if (scan.utf8.find(kOpening) == std::string_view::npos) return;
  const std::vector<std::uint32_t> straight = straight_marks(scan);
  if (straight.empty()) return;
  for (std::size_t i = 0; i < straight.size(); ++i) {
    if (!closes_curly(scan, straight, i)) continue;
    const Span mark{straight[i], straight[i] + 1};
    scan.report(
        {DamageKind::UnbalancedQuote, mark, Repair::Unsafe, {{mark, std::string(kClosing)}}});
  }
  Damage mixed{DamageKind::MixedQuotes, {straight[0], straight[0] + 1}};
  mixed.detail = cat(count_of(scan.utf8, kOpening), " curly, ", straight.size(), " straight");
  scan.report(std::move(mixed));
}

}  // namespace starlint
