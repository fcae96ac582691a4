#include "claim/grammar/bare_year.h"

namespace starlint {

/// "In 2018 and 2019", "in 2018, 2019 and 2021": a year of a list whose first one is told as one.
static bool goes_on_with_years(const Cursor& c, std::size_t i) {
  if (i < 2 || !c.plain_digits(i - 2, 4, 4)) return false;
  const bool listed = c.symbol(i - 1, ',') && (c.is(i + 1, Cue::And) || c.symbol(i + 1, ','));
  if (!listed && !c.is(i - 1, Cue::And)) return false;
  const std::optional<Moment> before = read_moment(c, i - 2);
  return before && before->bare_year && before->next == i - 1 && year_in_context(c, *before);
}

bool year_in_context(const Cursor& c, const Moment& moment) {
  const std::size_t i = moment.first;
  if (c.preceded_by(i, Cue::YearBefore) || c.preceded_by(i, Cue::YearOf)) return true;
  const bool opens = i == 0 || c.opaque(i - 1) || c.at(i - 1).kind == TokenKind::Symbol;
  const bool closes = !c.word(moment.next) && !c.number(moment.next);
  // "The score for 2022"; "for 2000 users" counts them.
  // "A 2022 with", "the 2023 season"
  const bool recent = moment.year >= 1990 && moment.year < 2030;
  const bool named = c.preceded_by(i, Cue::For) ||
                     (recent && (c.preceded_by(i, Cue::Article) || c.preceded_by(i, Cue::The)));
  const bool usual = moment.year >= 1950 && moment.year < 2050 && moment.year % 100 != 0;
  return usual && (named || (opens && closes) || goes_on_with_years(c, i));
}

}  // namespace starlint
