// The search: units by the inverse tables, runs of units, layer after layer.
#include "damage/mojibake.h"

#include <algorithm>

#include "damage/mojibake_table.h"
#include "text/character.h"

namespace starlint {

namespace {

unsigned sequence_length(std::uint8_t lead) {
  if (lead < 0xC2 || lead > 0xF4) return 0;
  return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/// Whether a text would hold the character that a unit stands for.
bool is_plausible(char32_t c) {
  constexpr char32_t kApple = 0xF8FF;  // the first byte of every emoji in MacRoman
  if (is_noncharacter(c) || (is_private_use(c) && c != kApple)) return false;
  const bool rare_scripts = (c >= 0x0700 && c <= 0x08FF) || (c >= 0xA500 && c <= 0xABFF) ||
                            (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x0590 && c <= 0x05AF);
  return !rare_scripts && (!is_unassigned(c) || (c >= 0x1F000 && c <= 0x1FAFF));
}

bool read_unit(std::string_view utf8, std::size_t charset, std::uint32_t begin,
               MojibakeUnit& unit) {
  const MojibakeTable& table = MojibakeTable::instance();
  std::size_t at = begin;
  std::string bytes;
  std::size_t wanted = 1;
  for (std::size_t i = 0; i < wanted; ++i) {
    if (at >= utf8.size() || static_cast<unsigned char>(utf8[at]) < 0x80U) return false;
    const char32_t written = next_code_point(utf8, at);
    const std::uint8_t byte = table.byte_of(written, charset);
    if (i == 0) wanted = sequence_length(byte);
    if (byte == 0 || wanted == 0 || (i > 0 && (byte & 0xC0U) != 0x80U)) return false;
    unit.written[i] = written;
    bytes += static_cast<char>(byte);
  }
  std::size_t after = 0;
  unit.character = next_code_point(bytes, after);
  unit.begin = begin;
  unit.end = static_cast<std::uint32_t>(at);
  unit.lead = static_cast<std::uint8_t>(bytes[0]);
  unit.count = static_cast<std::uint8_t>(wanted);
  const bool well_formed = after == bytes.size() && find_invalid_utf8(bytes) == bytes.size();
  return well_formed && is_plausible(unit.character);
}

/// Punctuation that notes hardly ever use.
bool is_rare_sign(char32_t c) {
  const bool usual = (c >= 0x2010 && c <= 0x2033) || c == 0x2039 || c == 0x203A || c == 0x2044;
  return c >= 0x2000 && c <= 0x206F && !usual;
}

/// Characters that no word has in their place: controls, a capital behind a small letter.
std::uint32_t count_misfits(char32_t before, std::string_view repaired) {
  std::uint32_t misfits = 0;
  for (std::size_t at = 0; at < repaired.size();) {
    const char32_t c = next_code_point(repaired, at);
    const bool capital_inside = is_upper(c) && is_lower(before);
    misfits += is_control(c) || capital_inside || is_rare_sign(c) ? 1U : 0U;
    before = c;
  }
  return misfits;
}

MojibakeRun run_of(std::string_view utf8, std::size_t charset, std::uint32_t at) {
  std::vector<MojibakeUnit> units;
  MojibakeUnit unit;
  for (std::uint32_t next = at; read_unit(utf8, charset, next, unit); next = unit.end) {
    units.push_back(unit);
  }
  MojibakeRun run;
  if (units.empty()) return run;
  run.span = {at, units.back().end};
  run.charset = charset;
  run.evidence = weigh_mojibake(utf8, charset, units);
  for (const MojibakeUnit& one : units) append_code_point(run.repaired, one.character);
  return run;
}

/// What stands around a run, as far as the gate looks.
struct Surroundings {
  std::string_view before, after;
};

Surroundings surroundings_of(std::string_view utf8, Span run) {
  constexpr std::size_t kNear = 8;
  std::string_view before = utf8.substr(run.begin < kNear ? 0 : run.begin - kNear,
                                        std::min<std::size_t>(run.begin, kNear));
  while (!before.empty() && is_continuation(before.front())) before.remove_prefix(1);
  return {before, utf8.substr(run.end, kNear)};
}

void peel(Surroundings near, MojibakeRun& run);

/// Whether `a` explains more than `b`, or as much with characters that fit better.
bool is_better(const MojibakeRun& a, const MojibakeRun& b) {
  if (a.evidence != b.evidence) return a.evidence > b.evidence;
  if (a.span.size() != b.span.size()) return a.span.size() > b.span.size();
  return a.misfits < b.misfits;
}

MojibakeRun best_run(std::string_view utf8, std::uint32_t at) {
  MojibakeRun best;
  const MojibakeBytes* bytes = MojibakeTable::instance().find(code_point_at(utf8, at));
  if (bytes == nullptr) return best;
  for (std::size_t charset = 0; charset < kMojibakeCharsets; ++charset) {
    if (sequence_length((*bytes)[charset]) == 0) continue;
    MojibakeRun run = run_of(utf8, charset, at);
    if (run.evidence == Evidence::None) continue;
    peel(surroundings_of(utf8, run.span), run);
    run.misfits = count_misfits(code_point_before(utf8, at), run.repaired);
    if (is_better(run, best)) best = std::move(run);
  }
  return best;
}

/// Peels the inner layers. Where the outer layer was damage, weak evidence is enough for the next.
/// Every layer has fewer characters, so the recursion is as deep as there are layers.
void peel(Surroundings near, MojibakeRun& run) {
  std::string text;
  text.append(near.before).append(run.repaired).append(near.after);
  const std::size_t end = near.before.size() + run.repaired.size();
  std::string out;
  for (std::size_t at = near.before.size(); at < end;) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (c >= 0x80) {
      const MojibakeRun inner = best_run(text, static_cast<std::uint32_t>(begin));
      if (inner.evidence != Evidence::None && inner.span.end <= end) {
        out += inner.repaired;
        at = inner.span.end;
        run.layers = std::max(run.layers, inner.layers + 1);
        continue;
      }
    }
    out.append(text, begin, at - begin);
  }
  run.repaired = std::move(out);
}

/// Where Γ was written as G for want of a Greek letter: "GÇö".
MojibakeRun best_fit_run(std::string_view utf8, std::uint32_t at) {
  constexpr std::size_t kDos = 2;
  MojibakeRun run;
  if (at == 0 || utf8[at - 1] != 'G') return run;
  const MojibakeTable& table = MojibakeTable::instance();
  std::size_t after = at;
  const std::uint8_t second = table.byte_of(next_code_point(utf8, after), kDos);
  if (second < 0x80 || second > 0x86 || after >= utf8.size()) return run;
  const std::uint8_t third = table.byte_of(next_code_point(utf8, after), kDos);
  if ((third & 0xC0U) != 0x80U) return run;
  const std::string bytes = {'\xE2', static_cast<char>(second), static_cast<char>(third)};
  const char32_t c = code_point_at(bytes, 0);
  const bool sign =
      (c >= 0x2010 && c <= 0x203A) || c == 0x20AC || c == 0x2122 || (c >= 0x2190 && c <= 0x2193);
  if (!sign) return run;
  return {{at - 1, static_cast<std::uint32_t>(after)}, kDos, Evidence::Strong, 0, 1, bytes};
}

}  // namespace

MojibakeRun mojibake_at(std::string_view utf8, std::uint32_t at) {
  MojibakeRun run = best_run(utf8, at);
  return run.evidence == Evidence::None ? best_fit_run(utf8, at) : run;
}

}  // namespace starlint
