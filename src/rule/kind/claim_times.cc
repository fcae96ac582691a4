#include "rule/kind/claim_times.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "claim/bare_year.h"

namespace starlint {

namespace {

constexpr std::uint32_t kLeadIn = 40;  // bytes before a claim that say up to when it was so

const FileView* file_of(const SpeakerView& speaker, const Claim& claim) {
  const auto found = std::find_if(speaker.files.begin(), speaker.files.end(),
                                  [&](const auto* file) { return file->source.id == claim.file; });
  return found == speaker.files.end() ? nullptr : *found;
}

/// Those of its sentence, which stand around it: the claims of a file are in order of place.
/// REQUIRES: it is one of them.
std::span<const Claim> beside(const FileView& file, const Claim& claim) {
  const auto here = file.claims.begin() + (&claim - file.claims.data());
  const auto same = [&](const Claim& one) { return one.sentence == claim.sentence; };
  const auto end = std::find_if_not(here, file.claims.end(), same);
  const auto begin = std::find_if_not(std::make_reverse_iterator(here), file.claims.rend(), same);
  return {begin.base(), end};
}

bool is_date(const Value& value) {
  return value.kind == ValueKind::Date || value.kind == ValueKind::Interval;
}

void add_time(const Value& value, std::vector<Span>& out) {
  // "Harbour tender 2022": no word says that it is one.
  if (is_bare_year(value)) out.push_back(days_of_year(value.low));
  const bool open = value.open_low || value.open_high || value.low < 0;
  if (!is_date(value) || open) return;
  out.push_back({static_cast<std::uint32_t>(value.low),
                 static_cast<std::uint32_t>(std::max(value.high, value.low + 1))});
}

/// The line on which it begins.
Span line_of(const FileView& file, const Claim& claim) {
  const std::string_view text = file.text.utf8();
  const std::size_t begin = text.substr(0, claim.span.begin).find_last_of('\n');
  const std::size_t end = text.find('\n', claim.span.begin);
  return {begin == std::string_view::npos ? 0 : static_cast<std::uint32_t>(begin) + 1,
          static_cast<std::uint32_t>(std::min(end, text.size()))};
}

/// The first day of the year in which "before 2019" or "up to 2019" ends.
std::optional<double> end_of(const Claim& claim) {
  const Value& value = claim.value;
  if (!value.open_low || value.open_high) return std::nullopt;
  if (!claim.numbers.empty()) {
    Value year;
    year.low = year.high = claim.numbers.front().value;
    if (is_bare_year(year)) return days_of_year(year.low).begin;
  }
  if (is_date(value)) return value.high - value.resolution;
  Value year = value;
  year.kind = ValueKind::Cardinal;
  year.open_low = false;
  year.low = year.high;
  if (is_bare_year(year)) return days_of_year(year.low).begin;
  return std::nullopt;
}

}  // namespace

std::vector<Span> times_of(const SpeakerView& speaker, const Claim& claim) {
  std::vector<Span> out;
  const FileView* file = file_of(speaker, claim);
  if (file == nullptr) return out;
  const Span line = line_of(*file, claim);
  std::vector<Span> elsewhere;  // in the sentence, but on another line
  for (const Claim& other : beside(*file, claim)) {
    add_time(other.value, line.contains(other.span) ? out : elsewhere);
  }
  return out.empty() ? elsewhere : out;
}

std::vector<Span> times_so_far(const SpeakerView& speaker, const Placed& placed) {
  const Claim& claim = *placed.claim;
  std::vector<Span> out = times_of(speaker, claim);
  const FileView* file = file_of(speaker, claim);
  if (file == nullptr) return out;
  const std::span<const Claim> all(file->claims.data(), &claim);
  for (auto it = all.rbegin(); it != all.rend() && out.empty(); ++it) {
    if (it->span.begin < placed.setting->span.begin) break;
    add_time(it->value, out);
  }
  return out;
}

bool before_day(const SpeakerView& speaker, const Placed& placed, double day) {
  const std::vector<Span> times = times_of(speaker, *placed.claim);
  if (!times.empty()) {
    return std::all_of(times.begin(), times.end(), [&](Span time) { return time.end <= day + 1; });
  }
  const std::vector<int>& years = placed.setting->years;
  return !years.empty() && days_of_year(years.back()).end <= day + 1;
}

std::optional<double> denied_until(const SpeakerView& speaker, const Placed& placed,
                                   const ClaimPatterns& patterns) {
  const FileView* file = file_of(speaker, *placed.claim);
  const Pattern* then = patterns.word_class("until_then");
  if (file == nullptr) return std::nullopt;
  for (const Claim& other : beside(*file, *placed.claim)) {
    if (const std::optional<double> end = end_of(other)) return end;
  }
  const Span at = placed.claim->span;
  const Span around{std::max(placed.setting->span.begin, at.begin - std::min(at.begin, kLeadIn)),
                    at.end};
  if (then == nullptr || !then->found_in(file->text.utf8(), around)) return std::nullopt;
  const std::vector<Span> times = times_of(speaker, *placed.claim);
  if (!times.empty()) return times.front().begin;
  const std::vector<int>& years = placed.setting->years;
  return years.empty() ? 0 : days_of_year(years.front()).begin;
}

}  // namespace starlint
