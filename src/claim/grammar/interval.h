// Dates and intervals: "2 March 2021", "Jan 2019 - Dec 2020", "since 2018", "end of 2013",
// "40 days from 5/6/2017". An interval's `high` is the day behind its last; `resolution` is the
// number of days in the smallest thing named (365 for "2014 to 2018").
#pragma once

#include <optional>

#include "claim/grammar/amount.h"

namespace starlint {

/// The date or interval that begins at token `i`; silent where it names a day without a year.
std::optional<Amount> read_interval(const Cursor& cursor, std::size_t i);

/// "five years since 2009": a date, made from a span of time and what follows it.
std::optional<Amount> read_shifted_date(const Cursor& cursor, const Amount& duration);

}  // namespace starlint
