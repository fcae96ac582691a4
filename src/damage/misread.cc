// Characters that came out of a wrong reading: mojibake, and what was lost on the way.
#include <algorithm>

#include "base/strings.h"
#include "damage/mojibake.h"
#include "damage/mojibake_table.h"
#include "damage/scan.h"
#include "text/character.h"

namespace starlint {

namespace {

constexpr std::size_t kWestern = 0;
constexpr std::string_view kReplacementUtf8 = "\xEF\xBF\xBD";

Damage damage_of(const MojibakeRun& run) {
  const MojibakeCharset& charset = mojibake_charsets()[run.charset];
  Damage damage{run.layers > 1 ? DamageKind::MojibakeDouble : charset.kind, run.span};
  damage.detail = charset.name;
  std::string repaired = run.repaired;
  // A byte order mark in the middle of a text means nothing.
  for (std::size_t mark; (mark = repaired.find("\xEF\xBB\xBF")) != std::string::npos;) {
    repaired.erase(mark, 3);
  }
  if (repaired.find(kReplacementUtf8) != std::string::npos) {
    damage.kind = DamageKind::MojibakeLossy;  // the original was lost before
    return damage;
  }
  const bool sure = charset.kind != DamageKind::MojibakeOther && run.evidence == Evidence::Strong;
  damage.repair = sure ? Repair::Safe : Repair::Unsafe;
  damage.patches.push_back({run.span, std::move(repaired)});
  return damage;
}

struct Loss {
  std::uint32_t length = 0;  // bytes of what is left; 0: no loss
  std::optional<std::string> meant;
  bool sure = false;
};

/// "â€" whose third character had no meaning in windows-1252: the closing quote.
Loss lost_quote(std::string_view rest) {
  constexpr std::string_view kHead = "\xC3\xA2\xE2\x82\xAC";
  if (!rest.starts_with(kHead)) return {};
  std::size_t length = kHead.size();
  const std::string_view tail = rest.substr(length);
  if (tail.starts_with(kReplacementUtf8)) {
    length += kReplacementUtf8.size();
  } else if (tail.starts_with('?') && !is_letter(code_point_at(tail, 1))) {
    length += 1;
  } else if (is_letter(code_point_at(rest, length)) || code_point_at(rest, length) >= 0x80) {
    return {};
  }
  return {static_cast<std::uint32_t>(length), "\xE2\x80\x9D", true};
}

/// "Ã" and "Â" whose no-break space became a space: "à" and a space.
Loss lost_space(const Scan& scan, std::uint32_t at, std::string_view rest) {
  const bool tilde = rest.starts_with("\xC3\x83");
  if (!tilde && !rest.starts_with("\xC3\x82")) return {};
  const std::string_view tail = rest.substr(2);
  if (tail.starts_with(kReplacementUtf8)) return {5, std::nullopt, true};
  const char32_t before = scan.before(at);
  const bool word_ends = is_space(before) || before == 0;
  if (!tail.starts_with(' ') || (is_letter(before) && !is_lower(before))) return {};
  if (!tilde) return {2, "", is_lower(before) || is_digit(before) || before == U'.'};
  // Two spaces: the one of the damage and the one of the text.
  const bool both = tail.starts_with("  ");
  return {both ? 3U : 2U, "\xC3\xA0", is_lower(before) || (both && word_ends)};
}

/// A sequence of which windows-1252 lost a byte: it became U+FFFD, "?", a space or nothing.
std::uint32_t find_lossy(Scan& scan, std::uint32_t at) {
  const std::string_view rest = scan.utf8.substr(at);
  Loss loss = lost_quote(rest);
  if (loss.length == 0) loss = lost_space(scan, at, rest);
  if (loss.length == 0) return at;
  const Span span{at, at + loss.length};
  Damage damage{DamageKind::MojibakeLossy, span};
  if (loss.meant) {
    damage.repair = Repair::Unsafe;
    damage.patches.push_back({span, *std::move(loss.meant)});
  }
  if (!loss.sure || scan.in_code(at)) {
    scan.suspect(std::move(damage), kWestern);
    return at;
  }
  scan.report(std::move(damage));
  return span.end;
}

}  // namespace

std::uint32_t find_mojibake(Scan& scan, std::uint32_t at) {
  const MojibakeRun run = mojibake_at(scan.utf8, at);
  if (run.evidence == Evidence::None) return find_lossy(scan, at);
  // Somebody who writes about damage puts it in code; a damaged file is damaged in its code too.
  const bool sure = run.evidence == Evidence::Strong && !scan.in_code(at);
  if (sure) {
    scan.prove(run.charset);
    scan.report(damage_of(run));
    return run.span.end;
  }
  MojibakeRun proven = run;
  proven.evidence = Evidence::Strong;
  const Span span = run.span;
  scan.suspect(damage_of(proven), run.charset);
  // What may be good text is looked at by others too, unless it is long: the search stays linear.
  constexpr std::uint32_t kShort = 12;
  return span.size() > kShort ? span.end : at;
}

std::uint32_t find_replacement(Scan& scan, std::uint32_t at) {
  constexpr std::uint32_t kLength = 3;
  const Span span{at, at + kLength};
  const auto& notes = scan.text.notes();
  const bool told = std::any_of(notes.begin(), notes.end(), [&](const DecodeNote& note) {
    return note.kind == DecodeNote::Kind::InvalidBytes && note.text.contains(at);
  });
  if (told || scan.is_protected(at)) return span.end;
  Damage damage{DamageKind::ReplacementCharacter, span};
  if (is_letter(scan.before(at)) && scan.contraction_follows(span.end)) {
    damage.repair = Repair::Unsafe;
    damage.patches.push_back({span, std::string(scan.apostrophe())});
  }
  scan.report(std::move(damage));
  return span.end;
}

std::uint32_t find_question_mark(Scan& scan, std::uint32_t at) {
  if (at + 1 >= scan.size() || !is_ascii_alpha(scan.utf8[at + 1])) return at;
  if (!is_letter(scan.before(at)) || !scan.contraction_follows(at + 1)) return at;
  const Span line = scan.line_near(at);
  std::uint32_t begin = at;
  std::uint32_t end = at;
  while (begin > line.begin && !is_ascii_space(scan.utf8[begin - 1])) --begin;
  while (end < line.end && !is_ascii_space(scan.utf8[end])) ++end;
  const std::string_view word = scan.utf8.substr(begin, end - begin);
  if (word.find_first_of("/=&") != std::string_view::npos || scan.is_protected(at)) return at;
  const Span span{at, at + 1};
  scan.report({DamageKind::QuestionMarkLoss,
               span,
               Repair::Unsafe,
               {{span, std::string(scan.apostrophe())}}});
  return span.end;
}

}  // namespace starlint
