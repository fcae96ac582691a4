#include "claim/grammar/interval.h"

#include <algorithm>

#include "claim/grammar/bare_year.h"
#include "claim/grammar/moment.h"

namespace starlint {

namespace {

Amount amount(const Moment& moment, std::size_t first, ValueKind kind) {
  Amount out;
  out.first = first;
  out.next = moment.next;
  out.value.kind = kind;
  out.value.resolution = grain(moment);
  return out;
}

void add_year(const Cursor& c, const Moment& moment, Amount& out) {
  if (!moment.bare_year) return;
  const Span span = c.span(moment.next - 1, moment.next);
  out.numbers.push_back({span, static_cast<double>(moment.year)});
}

Amount whole(const Cursor& c, const Moment& moment) {
  const bool day = moment.day != 0;
  // "at the end of 2013": the article belongs to the sentence.
  const bool article = moment.portion != Portion::Whole && c.is(moment.first, Cue::The);
  Amount out = amount(moment, article ? moment.first + 1 : moment.first,
                      day ? ValueKind::Date : ValueKind::Interval);
  out.value.low = first_day(moment);
  out.value.high = day ? out.value.low : end_day(moment);
  add_year(c, moment, out);
  return out;
}

/// "since 2018", "before May 2019", "after 3/9/2017", "until 2020"
std::optional<Amount> open_ended(const Cursor& c, std::size_t i) {
  for (const Cue cue : {Cue::Since, Cue::Before, Cue::After, Cue::Until}) {
    const Phrase word = c.phrase(i, cue);
    if (!word) continue;
    std::size_t at = c.phrase(word.next, Cue::YearOf) ? c.skip(word.next, Cue::YearOf) : word.next;
    std::optional<Moment> moment = read_moment(c, at);
    if (!moment) moment = read_moment(c, c.skip(at, Cue::The));
    if (!moment || !moment->complete()) continue;
    Amount out = amount(*moment, i, ValueKind::Interval);
    out.value.open_high = cue == Cue::Since || cue == Cue::After;
    out.value.open_low = !out.value.open_high;
    // A day is itself the bound; behind a month or year comes the next.
    const bool behind = (cue == Cue::After || cue == Cue::Until) && moment->day == 0;
    out.value.low = out.value.high = behind ? end_day(*moment) : first_day(*moment);
    add_year(c, *moment, out);
    return out;
  }
  return std::nullopt;
}

/// The first end: a moment, complete or not, or a day alone ("4" of "6-19 April 2003").
std::optional<Moment> first_end(const Cursor& c, std::size_t i,
                                const std::optional<Moment>& moment) {
  if (moment) return moment;
  if (!c.plain_digits(i, 1, 2) || c.tail_of_name(i)) return std::nullopt;
  Moment day;
  day.first = i;
  day.next = i + 1;
  if (c.glued(i + 1) && c.meaning(i + 1).ordinal_ending) ++day.next;
  day.day = static_cast<int>(c.at(i).value);
  if (day.day < 1 || day.day > 31 || c.goes_on(day.next)) return std::nullopt;
  return day;
}

/// The second end: also "15, 2018" behind "Jan 12".
std::optional<Moment> second_end(const Cursor& c, std::size_t i, const Moment& first) {
  if (const std::optional<Moment> moment = read_moment(c, i)) return moment;
  if (first.month == 0 || first.day == 0 || first.complete()) return std::nullopt;
  std::optional<Moment> day = first_end(c, i, std::nullopt);
  if (!day || day->month != 0) return std::nullopt;
  std::size_t next = day->next;
  day->month = first.month;
  day->year = read_year(c, c.symbol(next, ',') ? next + 1 : next, next);
  day->next = next;
  return day->complete() && exists(*day) ? day : std::nullopt;
}

/// Gives each end what only the other says. False where they do not rise.
bool complete_ends(Moment& a, Moment& b) {
  const bool year_from_b = !a.complete();
  if (!b.complete()) b.year = a.year;
  if (year_from_b) a.year = b.year;
  if (!a.complete()) return false;
  if (a.month == 0) {
    if (b.day == 0) return false;
    a.month = b.month;
  }
  if (!exists(a) || !exists(b)) return false;
  if (low_point(a) < high_point(b)) {
    // "Oct - Jan 2012" may end in the same month only if it began before.
    return first_day(a) <= first_day(b) || a.portion != Portion::Whole;
  }
  return false;
}

bool rises(Moment& a, Moment& b) {
  const bool year_from_b = !a.complete();
  if (complete_ends(a, b)) return true;
  if (!year_from_b || !a.complete() || a.month <= b.month) return false;
  --a.year;
  return complete_ends(a, b);
}

bool separates(const Cursor& c, std::size_t i, bool between) {
  if (c.is(i, Cue::Dash)) return true;
  return c.word(i) && (c.is(i, Cue::To) || c.is(i, Cue::Until) || (between && c.is(i, Cue::And)));
}

/// "Jan 2019 - Dec 2020", "from 6 to April 19, 2003", "2014 to 2018", "May 2019 - present"
std::optional<Amount> between_ends(const Cursor& c, std::size_t i,
                                   const std::optional<Moment>& here) {
  const Phrase between = c.phrase(i, Cue::Between);
  const Phrase from = between ? between : c.phrase(i, Cue::From);
  std::size_t at = from ? from.next : i;
  std::optional<Moment> a = first_end(c, at, from ? read_moment(c, at) : here);
  if (!a && from) a = read_moment(c, c.skip(at, Cue::The));
  if (!a || !separates(c, a->next, static_cast<bool>(between))) return std::nullopt;
  const std::size_t behind = a->next + 1;
  if (const Phrase present = c.phrase(behind, Cue::Present); present && a->complete()) {
    Amount out = amount(*a, i, ValueKind::Interval);
    out.next = present.next;
    out.value.low = out.value.high = low_point(*a);
    out.value.open_high = true;
    add_year(c, *a, out);
    return out;
  }
  std::optional<Moment> b = second_end(c, behind, *a);
  if (!b) b = second_end(c, c.skip(behind, Cue::The), *a);
  if (!b || !rises(*a, *b)) return std::nullopt;
  // Without "from" two bare numbers are years only if both could be.
  if (a->bare_year && b->bare_year && !from && (a->year < 1900 || b->year > 2099)) {
    return std::nullopt;
  }
  Amount out = amount(*b, i, ValueKind::Interval);
  out.value.low = low_point(*a);
  out.value.high = high_point(*b);
  out.value.resolution = std::max(grain(*a), grain(*b));
  add_year(c, *a, out);
  add_year(c, *b, out);
  return out;
}

/// "2018-19": the second year in two digits, where no month can be meant. "The school year 2009/10"
/// names two years that follow each other.
std::optional<Amount> short_years(const Cursor& c, std::size_t i) {
  const bool named = c.preceded_by(i, Cue::YearOf);
  const bool joined = c.is(i + 1, Cue::Dash) || (named && c.symbol(i + 1, '/'));
  if (!c.plain_digits(i, 4, 4) || !joined || !c.plain_digits(i + 2, 2, 2) || !c.glued(i + 1) ||
      !c.glued(i + 2) || c.goes_on(i + 3) || c.tail_of_name(i)) {
    return std::nullopt;
  }
  const int first = static_cast<int>(c.at(i).value);
  const int second = first / 100 * 100 + static_cast<int>(c.at(i + 2).value);
  const bool year = named && second == first + 1;
  if (first < 1950 || first >= 2050 || (second % 100 <= 12 && !year) || second <= first ||
      second > first + 20) {
    return std::nullopt;
  }
  Moment a;
  a.year = first;
  a.month = 1;
  a.months = 12;
  Moment b = a;
  b.year = second;
  b.next = i + 3;
  Amount out = amount(b, i, ValueKind::Interval);
  out.value.low = first_day(a);
  out.value.high = end_day(b);
  return out;
}

/// A day without a year has no date; it is no number either.
std::optional<Amount> lone_day(const Moment& moment) {
  if (moment.day == 0 || moment.month == 0) return std::nullopt;
  Amount out = amount(moment, moment.first, ValueKind::Date);
  out.silent = true;
  return out;
}

/// "288-07-07-1998": the "03" is no beginning.
bool tail_of_digits(const Cursor& c, std::size_t i) {
  return i >= 2 && c.glued(i) && c.glued(i - 1) && c.symbol(i - 1, '-') && c.number(i - 2);
}

}  // namespace

std::optional<Amount> read_interval(const Cursor& cursor, std::size_t i) {
  if (cursor.tail_of_name(i) || tail_of_digits(cursor, i)) return std::nullopt;
  const std::optional<Moment> moment = read_moment(cursor, i);
  if (std::optional<Amount> interval = between_ends(cursor, i, moment)) return interval;
  if (std::optional<Amount> interval = short_years(cursor, i)) return interval;
  if (std::optional<Amount> interval = open_ended(cursor, i)) return interval;
  if (!moment) return std::nullopt;
  if (!moment->complete()) return lone_day(*moment);
  if (moment->event) return std::nullopt;  // what happened is named, and no time is told by it
  if (moment->bare_year && !year_in_context(cursor, *moment)) return std::nullopt;
  return whole(cursor, *moment);
}

std::optional<Amount> read_shifted_date(const Cursor& cursor, const Amount& duration) {
  if (duration.value.kind != ValueKind::Duration || duration.silent || !duration.value.single()) {
    return std::nullopt;
  }
  // "It has taken 45 minutes since March": hours lead to no other day.
  constexpr double kDay = 86400;
  if (duration.value.low < kDay) return std::nullopt;
  for (const Cue cue : {Cue::Since, Cue::From, Cue::After, Cue::Before}) {
    const Phrase word = cursor.phrase(duration.next, cue);
    if (!word) continue;
    const std::optional<Moment> from = read_moment(cursor, word.next);
    if (!from || !from->complete() || from->portion != Portion::Whole) return std::nullopt;
    const double seconds = cue == Cue::Before ? -duration.value.low : duration.value.low;
    Amount out = amount(*from, duration.first, ValueKind::Date);
    out.value.low = out.value.high = shifted(first_day(*from), seconds);
    return out;
  }
  return std::nullopt;
}

}  // namespace starlint
