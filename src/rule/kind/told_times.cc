#include "rule/kind/told_times.h"

#include <algorithm>
#include <cmath>

#include "base/strings.h"
#include "claim/claim_order.h"
#include "claim/grammar/moment.h"

namespace starlint {

namespace {

constexpr double kHour = 60;           // minutes
constexpr double kNoon = 12;           // o'clock
constexpr int kLeapYear = 2000;        // has every day that a year can have
constexpr std::size_t kShortName = 5;  // letters of "Thurs": so short a weekday may be a word
constexpr std::string_view kHour24 = "([01]?[0-9]|2[0-3]):([0-5][0-9])";

enum class Half : std::uint8_t { Unsaid, Morning, Evening };

ToldTime clock_at(Span span, double hour, double minute, Half half, bool exact) {
  ToldTime out;
  out.span = span;
  out.either = half == Half::Unsaid && !exact && hour <= kNoon;
  if (half == Half::Morning && hour == kNoon) hour = 0;
  if (half == Half::Evening && hour < kNoon) hour += kNoon;
  out.at = hour * kHour + minute;
  return out;
}

Half half_of(const Match& match, std::size_t morning) {
  if (!match.groups[morning].empty()) return Half::Morning;
  return match.groups[morning + 1].empty() ? Half::Unsaid : Half::Evening;
}

double number_in(std::string_view text, Span span) {
  double out = 0;
  for (const char c : text.substr(span.begin, span.size())) out = out * 10 + (c - '0');
  return out;
}

std::string words_of(const Options& options, std::string_view key) {
  return cat("(", join(options.strings(key), "|"), ")");
}

Result<Pattern> pattern(const Options& options, std::string_view expression) {
  Result<Pattern> out = Pattern::compile(expression, options.patterns());
  if (!out) return options.error("morning", out.error().message, out.error().hint);
  return out;
}

bool in_claimed_date(const FileView& file, Span span) {
  const auto& claims = file.claims;
  auto claim = claims_from(claims, span.end);
  while (claim != claims.begin()) {
    --claim;
    const ValueKind kind = claim->value.kind;
    if (kind == ValueKind::Date || kind == ValueKind::Interval) return claim->span.overlaps(span);
    if (claim->span.end <= span.begin) return false;
  }
  return false;
}

}  // namespace

double length_of(Cycle cycle) {
  constexpr double kDay = 24 * kHour;
  constexpr double kWeek = 7;
  constexpr double kYear = 366;
  return cycle == Cycle::Day ? kDay : cycle == Cycle::Week ? kWeek : kYear;
}

double ToldTime::until(const ToldTime& later) const {
  const double length = length_of(cycle);
  const double way = std::fmod(later.at - at + length, length);
  return way > 0 ? way : length;
}

Result<TimeWords> TimeWords::read(const Options& options, const Lexicon& lexicon) {
  const std::string tail = cat("(?:", words_of(options, "morning"), "|",
                               words_of(options, "evening"), "|", words_of(options, "oclock"), ")");
  Result<Pattern> digits = pattern(options, cat(kHour24, "(?:\\s?", tail, ")?"));
  if (!digits) return digits.error();
  Result<Pattern> behind = pattern(options, cat("^\\s?", tail));
  if (!behind) return behind.error();
  Result<Pattern> named = pattern(options, cat("\\b(?:", words_of(options, "noon"), "|",
                                               words_of(options, "midnight"), ")\\b"));
  if (!named) return named.error();
  return TimeWords(lexicon, *std::move(digits), *std::move(behind), *std::move(named));
}

std::vector<toml_doc::Field> TimeWords::fields() {
  using toml_doc::FieldType;
  return {{"morning", FieldType::Strings, "expressions behind a time before noon", true},
          {"evening", FieldType::Strings, "expressions behind a time after noon", true},
          {"oclock", FieldType::Strings, "expressions behind a time of either", true},
          {"noon", FieldType::Strings, "expressions for 12:00", true},
          {"midnight", FieldType::Strings, "expressions for 0:00", true}};
}

std::vector<ToldTime> TimeWords::times_in(const FileView& file, Span within) const {
  std::vector<ToldTime> out;
  add_clocks(file.text.utf8(), within, out);
  add_tokens(file, within, out);
  std::stable_sort(out.begin(), out.end(), [](const ToldTime& a, const ToldTime& b) {
    return a.span.begin < b.span.begin;
  });
  return out;
}

void TimeWords::add_clocks(std::string_view text, Span within, std::vector<ToldTime>& out) const {
  const auto part_of_more = [&](std::uint32_t at) {
    return at < within.end && (is_ascii_alnum(text[at]) || text[at] == ':');
  };
  for (const Match& match : digits_.find_all(text, within)) {
    const Span hour = match.groups[0];
    const bool tail = hour.begin > within.begin && part_of_more(hour.begin - 1);
    if (tail || part_of_more(match.whole.end)) continue;
    const double minute = number_in(text, match.groups[1]);
    const bool exact = text[hour.begin] == '0' || !match.groups[4].empty();
    out.push_back(clock_at(match.whole, number_in(text, hour), minute, half_of(match, 2), exact));
  }
  for (const Match& match : named_.find_all(text, within)) {
    out.push_back(
        clock_at(match.whole, match.groups[0].empty() ? 0 : kNoon, 0, Half::Unsaid, true));
  }
}

/// "Seven in the evening", "Monday", "12 May".
void TimeWords::add_tokens(const FileView& file, Span within, std::vector<ToldTime>& out) const {
  const std::string_view text = file.text.utf8();
  std::vector<Token> tokens;
  tokenize(text, within, *lexicon_, tokens);
  const Cursor cursor(text, tokens, *lexicon_);
  for (std::size_t i = 0; i + 1 < cursor.size(); ++i) {
    const Span span = cursor.at(i).span;
    if (const std::optional<Moment> moment = read_moment(cursor, i)) {
      const Span day = cursor.span(moment->first, moment->next);
      if (moment->day != 0 && moment->month != 0 && !in_claimed_date(file, day)) {
        const Moment new_year{0, 0, kLeapYear, 1, 1};
        Moment known = *moment;
        known.year = kLeapYear;
        out.push_back({Cycle::Year, day, 1.0 * (first_day(known) - first_day(new_year))});
      }
      if (moment->day != 0) i = moment->next - 1;
      continue;
    }
    if (cursor.meaning(i).weekday != 0 && span.size() > kShortName) {
      out.push_back({Cycle::Week, span, cursor.meaning(i).weekday - 1.0});
      continue;
    }
    const bool word = cursor.meaning(i).number == NumberWord::Below20;
    const double hour = word                           ? cursor.meaning(i).value
                        : cursor.plain_digits(i, 1, 2) ? cursor.at(i).value
                                                       : 0;
    Match match;
    if (hour < 1 || hour > kNoon || cursor.tail_of_name(i)) continue;
    if (!tail_.find(text, {span.end, within.end}, match)) continue;
    out.push_back(clock_at(hull(span, match.whole), hour, 0, half_of(match, 0), false));
  }
}

std::vector<TimedSentence> timed_sentences(const FileView& file, Span within,
                                           const TimeWords& words) {
  std::vector<TimedSentence> out;
  const auto& blocks = file.outline.blocks;
  const auto first =
      std::lower_bound(blocks.begin(), blocks.end(), within.begin,
                       [](const Block& block, std::uint32_t at) { return block.span.begin < at; });
  for (auto block = first; block != blocks.end() && block->span.begin < within.end; ++block) {
    if (!block->prose()) continue;
    const auto index = static_cast<std::uint32_t>(block - blocks.begin());
    for (const Span sentence : sentences_of(file, {block->text, index})) {
      out.push_back({sentence, words.times_in(file, sentence)});
    }
  }
  return out;
}

Result<Pattern> any_of(const Options& options, std::string_view key) {
  const std::string expression = cat("(?:", join(options.strings(key), "|"), ")");
  Result<Pattern> pattern = Pattern::compile(expression, options.patterns());
  if (!pattern) return options.error(key, pattern.error().message, pattern.error().hint);
  return pattern;
}

std::string with_marks(std::string_view text, Span sentence, const std::vector<Span>& marked,
                       const std::vector<Span>& others) {
  std::string out;
  for (std::uint32_t i = sentence.begin; i < sentence.end;) {
    const auto begins = [&](Span span) { return span.begin == i && !span.empty(); };
    auto span = std::find_if(marked.begin(), marked.end(), begins);
    const bool mark = span != marked.end();
    if (!mark) span = std::find_if(others.begin(), others.end(), begins);
    if (!mark && span == others.end()) {
      out += is_ascii_space(text[i]) ? ' ' : text[i];
      ++i;
      continue;
    }
    out += mark ? '\x01' : '\x02';
    i = span->end;
  }
  return out;
}

}  // namespace starlint
