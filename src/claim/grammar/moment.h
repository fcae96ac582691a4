// A named point or stretch of the calendar: a day, a month, a quarter, a year, a decade, or a part
// of one ("mid 2019"). Relative dates ("last year", "in March") have no reference date and are
// none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "claim/grammar/cursor.h"

namespace starlint {

enum class Portion : std::uint8_t { Whole, Start, Middle, End };

/// What is not known is 0. Complete once it has a year.
struct Moment {
  std::size_t first = 0;  // token
  std::size_t next = 0;
  int year = 0;
  int month = 0;  // of its first day
  int day = 0;    // 0: the whole of `months` months
  int months = 0;
  Portion portion = Portion::Whole;
  bool bare_year = false;
  bool event = false;  // told by nothing but what happened then: "the pandemic"

  bool complete() const { return year != 0; }
};

/// Days since 1970-01-01.
int first_day(const Moment& moment);
/// The day behind its last. REQUIRES of both: complete().
int end_day(const Moment& moment);
/// What "from" and "to" mean of it: the middle of 2007 is a day in it.
int low_point(const Moment& moment);
int high_point(const Moment& moment);
/// Days in the smallest thing it names.
int grain(const Moment& moment);
/// Whether its day is in the calendar.
bool exists(const Moment& moment);
/// "40 days from …": calendar years and months where the span is made of them.
int shifted(int day, double seconds);

/// "2019-03-14", of days since 1970-01-01.
std::string iso_date(int day);

/// The moment at token `i`, complete or not ("Jan 12", "November").
std::optional<Moment> read_moment(const Cursor& cursor, std::size_t i);

/// A year in digits at `i`, "2019" or "'19"; 0 where there is none.
int read_year(const Cursor& cursor, std::size_t i, std::size_t& next);

}  // namespace starlint
