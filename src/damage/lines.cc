// How lines end and begin: mixed line ends, words parted by a hyphen, letters drawn as bullets.
#include <algorithm>
#include <array>

#include "base/string_map.h"
#include "base/strings.h"
#include "damage/scan.h"
#include "text/character.h"

namespace starlint {

namespace {

enum class LineEnd : std::uint8_t { Lf, CrLf, Cr };
constexpr std::array<std::string_view, 3> kLineEnds = {"\n", "\r\n", "\r"};
constexpr std::array<std::string_view, 3> kLineEndNames = {"LF", "CRLF", "CR"};

struct Ending {
  Span span;
  LineEnd style;
};

std::vector<Ending> line_ends_of(std::string_view utf8) {
  std::vector<Ending> out;
  for (std::size_t at = utf8.find_first_of("\r\n"); at != std::string_view::npos;
       at = utf8.find_first_of("\r\n", at)) {
    LineEnd style = LineEnd::Lf;
    if (utf8[at] == '\r') {
      style = at + 1 < utf8.size() && utf8[at + 1] == '\n' ? LineEnd::CrLf : LineEnd::Cr;
    }
    const auto begin = static_cast<std::uint32_t>(at);
    at += kLineEnds[static_cast<std::size_t>(style)].size();
    out.push_back({{begin, static_cast<std::uint32_t>(at)}, style});
  }
  return out;
}

using Counts = std::array<std::size_t, 3>;

Counts count_styles(const std::vector<Ending>& endings) {
  Counts counts{};
  for (const Ending& ending : endings) ++counts[static_cast<std::size_t>(ending.style)];
  return counts;
}

/// Whether the letter bullets of a list font stand at `at`: indented, then blanks.
std::uint32_t letter_bullet(const Scan& scan, std::uint32_t begin, std::uint32_t& at) {
  at = begin;
  while (at < scan.size() && (scan.utf8[at] == ' ' || scan.utf8[at] == '\t')) ++at;
  const std::string_view rest = scan.utf8.substr(at);
  for (const std::string& letter : scan.lexicon.list_letters) {
    if (!rest.starts_with(letter) || rest.size() <= letter.size()) continue;
    const char blank = rest[letter.size()];
    const bool tabbed = blank == '\t' || rest.substr(letter.size()).starts_with("   ");
    if (tabbed || (blank == ' ' && at > begin)) return static_cast<std::uint32_t>(letter.size());
  }
  return 0;
}

void find_letter_bullets(Scan& scan) {
  constexpr std::size_t kFewest = 2;
  std::vector<Span> found;
  for (std::uint32_t line = 1; line <= scan.text.lines().count(); ++line) {
    const std::uint32_t begin = scan.text.lines().begin(line);
    const char first = begin < scan.size() ? scan.utf8[begin] : '\n';
    if (first != ' ' && first != '\t' &&
        (begin + 1 >= scan.size() || scan.utf8[begin + 1] != '\t')) {
      continue;
    }
    std::uint32_t at = 0;
    if (const std::uint32_t length = letter_bullet(scan, begin, at); length != 0) {
      if (!scan.in_code(at)) found.push_back({at, at + length});
    }
  }
  if (found.size() < kFewest) return;
  for (const Span span : found) {
    scan.report({DamageKind::ListGlyph, span, Repair::Unsafe, {{span, "-"}}});
  }
}

/// A word that a line end parts: "exam-" and "ple".
struct PartedWord {
  Span span;  // of both parts and what stands between them
  std::string_view first, second;
};

/// The hyphen that ends a line, from its first byte to where the next line's words begin, behind
/// its indentation and marks of quotation; empty where the line ends otherwise.
Span line_end_hyphen(std::string_view utf8, Span line, std::uint32_t next) {
  constexpr std::string_view kHyphens[] = {"-", "\u2010"};
  const std::string_view text = utf8.substr(line.begin, line.size());
  const std::size_t last = text.find_last_not_of(" \t\r");
  for (const std::string_view hyphen : kHyphens) {
    if (last == std::string_view::npos || !text.substr(0, last + 1).ends_with(hyphen)) continue;
    const auto begin = static_cast<std::uint32_t>(line.begin + last + 1 - hyphen.size());
    const std::size_t words = utf8.find_first_not_of(" \t>", next);
    return {begin, static_cast<std::uint32_t>(std::min(words, utf8.size()))};
  }
  return {};
}

std::vector<PartedWord> parted_words(const Scan& scan) {
  std::vector<PartedWord> out;
  const LineIndex& lines = scan.text.lines();
  for (std::uint32_t line = 1; line < lines.count(); ++line) {
    const Span hyphen =
        line_end_hyphen(scan.utf8, lines.span(line, scan.utf8), lines.begin(line + 1));
    if (hyphen.empty()) continue;
    std::uint32_t begin = hyphen.begin;
    while (begin > 0 && is_ascii_alpha(scan.utf8[begin - 1])) --begin;
    std::uint32_t end = hyphen.end;
    while (end < scan.size() && is_ascii_alpha(scan.utf8[end])) ++end;
    if (hyphen.begin - begin < 2 || end - hyphen.end < 2) continue;
    out.push_back({{begin, end},
                   scan.utf8.substr(begin, hyphen.begin - begin),
                   scan.utf8.substr(hyphen.end, end - hyphen.end)});
  }
  return out;
}

/// The words of a text in small letters; a hyphen inside a word is part of it.
StringSet words_of(std::string_view text) {
  StringSet words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() &&
           (is_ascii_alpha(text[end]) || (text[end] == '-' && end > at && end + 1 < text.size() &&
                                          is_ascii_alpha(text[end + 1])))) {
      ++end;
    }
    if (end > at) words.insert(ascii_lower(text.substr(at, end - at)));
    at = end + 1;
  }
  return words;
}

/// "exam-" at the end of a line and "ple" at the start of the next, where the text knows "example"
/// and no "exam-ple".
void find_hyphenated(Scan& scan) {
  const std::vector<PartedWord> parted = parted_words(scan);
  if (parted.empty()) return;
  const StringSet words = words_of(scan.utf8);
  for (const PartedWord& word : parted) {
    const bool one_case = ascii_lower(word.second) == word.second ||
                          ascii_lower(word.first.back()) != word.first.back();
    const std::string first = ascii_lower(word.first);
    const std::string second = ascii_lower(word.second);
    if (!one_case || words.count(first + second) == 0 ||
        words.count(cat(first, "-", second)) != 0 || scan.in_code(word.span.begin)) {
      continue;
    }
    scan.report({DamageKind::HyphenatedLineEnd,
                 word.span,
                 Repair::Unsafe,
                 {{word.span, cat(word.first, word.second)}}});
  }
}

}  // namespace

std::uint32_t find_unicode_line_end(Scan& scan, std::uint32_t at) {
  const Span span{at, at + 3};
  scan.report(
      {DamageKind::UnicodeLineEnd, span, Repair::Safe, {{span, std::string(scan.line_end())}}});
  return span.end;
}

void find_line_ends(Scan& scan) {
  if (scan.utf8.find('\r') == std::string_view::npos) return;
  const std::vector<Ending> endings = line_ends_of(scan.utf8);
  const Counts counts = count_styles(endings);
  if (std::count(counts.begin(), counts.end(), 0U) == 2 && counts[2] == 0) return;
  // Of two styles with as many lines, the first in the order LF, CRLF; never a lone CR.
  const std::size_t major = counts[1] > counts[0] ? 1 : 0;
  const bool lone = counts[0] + counts[1] == 0;
  Damage damage{
      lone ? DamageKind::LoneCarriageReturn : DamageKind::MixedLineEnds, {}, Repair::Safe};
  for (const Ending& ending : endings) {
    if (static_cast<std::size_t>(ending.style) == major) continue;
    damage.patches.push_back({ending.span, std::string(kLineEnds[major])});
  }
  damage.span = damage.patches.front().span;
  for (std::size_t style = 0; style < counts.size(); ++style) {
    if (counts[style] == 0) continue;
    damage.detail +=
        cat(damage.detail.empty() ? "" : ", ", counts[style], " ", kLineEndNames[style]);
  }
  scan.report(std::move(damage));
}

void find_line_shapes(Scan& scan) {
  find_letter_bullets(scan);
  find_hyphenated(scan);
  if (scan.utf8.empty() || scan.utf8.back() == '\n' || scan.utf8.back() == '\r') return;
  scan.report({DamageKind::NoFinalNewline,
               {scan.size(), scan.size()},
               Repair::Safe,
               {{{scan.size(), scan.size()}, std::string(scan.line_end())}}});
}

}  // namespace starlint
