// One search for damage: the text, what was found so far, and what detectors ask of the
// neighbourhood. Private to damage/.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "damage/damage.h"
#include "damage/protected.h"
#include "text/utf8.h"

namespace starlint {

/// What a doubtful run waits for: proof elsewhere in the text that its cause was at work.
/// Numbers below kCauseCount; those of the mojibake charsets come first.
using Cause = std::size_t;
inline constexpr Cause kCauseQuotedPrintable = 16;
inline constexpr Cause kCauseListGlyph = 17;
inline constexpr std::size_t kCauseCount = 18;

class Scan {
 public:
  Scan(const Text& source, const DamageLexicon& words)
      : text(source), utf8(source.utf8()), lexicon(words) {}

  const Text& text;
  const std::string_view utf8;
  const DamageLexicon& lexicon;

  /// Adds damage; one that goes on where the last of its kind ended is one with it.
  void report(Damage damage);
  /// The same, but all of one line are one: further ones only add their patches.
  void report_once_a_line(Damage damage);
  /// Counts only where `cause` is proven by the end of the search.
  void suspect(Damage damage, Cause cause);
  void prove(Cause cause) { proven_.set(cause); }
  /// All that was found and proven, sorted.
  std::vector<Damage> finish();

  std::uint32_t size() const { return static_cast<std::uint32_t>(utf8.size()); }
  char32_t before(std::uint32_t at) const { return code_point_before(utf8, at); }
  char32_t at(std::uint32_t at) const { return code_point_at(utf8, at); }
  Span line_around(std::uint32_t at) const;
  /// What of the line is near enough to be looked at for every damaged place in it.
  Span line_near(std::uint32_t at) const;
  /// Nothing but blanks before it in its line.
  bool begins_line(std::uint32_t at) const;
  /// Inside a fence, a code span or an address, where signs stand for themselves.
  bool is_protected(std::uint32_t at);
  bool in_code(std::uint32_t at);

  /// Whether a character of East Asia stands anywhere in the text.
  bool has_east_asian();
  /// How the text writes apostrophes: "’", or "'" where it has only straight ones.
  std::string_view apostrophe();
  /// What ends most lines.
  std::string_view line_end();
  /// The ending of a contraction, and a word end, behind `at`.
  bool contraction_follows(std::uint32_t at) const;

 private:
  struct Suspect {
    Damage damage;
    Cause cause;
  };
  std::vector<Damage> found_;
  std::vector<Suspect> suspects_;
  std::bitset<kCauseCount> proven_;
  std::optional<CodeMap> code_;
  std::optional<bool> east_asian_;
  std::string_view apostrophe_;
};

/// A detector looks at `at` and gives the offset behind what it took; `at` where it took nothing.
using Detector = std::uint32_t (*)(Scan&, std::uint32_t at);

// control.cc
std::uint32_t find_control(Scan& scan, std::uint32_t at);
std::uint32_t find_c1(Scan& scan, std::uint32_t at);
std::uint32_t find_ansi_remnant(Scan& scan, std::uint32_t at);
// escape.cc
std::uint32_t find_entity(Scan& scan, std::uint32_t at);
std::uint32_t find_quoted_printable(Scan& scan, std::uint32_t at);
std::uint32_t find_percent(Scan& scan, std::uint32_t at);
std::uint32_t find_unicode_escape(Scan& scan, std::uint32_t at);
// misread.cc
std::uint32_t find_mojibake(Scan& scan, std::uint32_t at);
std::uint32_t find_replacement(Scan& scan, std::uint32_t at);
std::uint32_t find_question_mark(Scan& scan, std::uint32_t at);
// invisible.cc
std::uint32_t find_bidi(Scan& scan, std::uint32_t at);
std::uint32_t find_zero_width(Scan& scan, std::uint32_t at);
std::uint32_t find_joiner(Scan& scan, std::uint32_t at);
std::uint32_t find_variation_selector(Scan& scan, std::uint32_t at);
std::uint32_t find_tag(Scan& scan, std::uint32_t at);
std::uint32_t find_soft_hyphen(Scan& scan, std::uint32_t at);
// space.cc
std::uint32_t find_space(Scan& scan, std::uint32_t at);
/// Whether typography asks for a no-break or thin space at [at, end).
bool is_wanted_space(const Scan& scan, std::uint32_t at, std::uint32_t end);
// glyph.cc
std::uint32_t find_ligature(Scan& scan, std::uint32_t at);
std::uint32_t find_full_width(Scan& scan, std::uint32_t at);
std::uint32_t find_math_letter(Scan& scan, std::uint32_t at);
std::uint32_t find_uncomposed(Scan& scan, std::uint32_t at);
std::uint32_t find_confusable(Scan& scan, std::uint32_t at);
std::uint32_t find_odd_code_point(Scan& scan, std::uint32_t at);
// quote.cc
std::uint32_t find_wrong_apostrophe(Scan& scan, std::uint32_t at);
void find_quote_mixture(Scan& scan);
// list_glyph.cc
std::uint32_t find_list_glyph(Scan& scan, std::uint32_t at);
// lines.cc
std::uint32_t find_unicode_line_end(Scan& scan, std::uint32_t at);
void find_line_ends(Scan& scan);
void find_line_shapes(Scan& scan);
// bytes.cc
void find_byte_damage(Scan& scan);

}  // namespace starlint
