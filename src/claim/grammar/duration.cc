// Spans of time and ages: "2h50m", "3 and a half hours", "an hour and a half", "another week",
// "41 years old". In seconds; ages in their own unit.
#include "claim/grammar/amount.h"

namespace starlint {

namespace {

constexpr double kDay = 86400;  // seconds

const Unit* time_unit(const Cursor& c, const Phrase& phrase) {
  if (!phrase || phrase.meaning->unit < 0) return nullptr;
  const Unit& unit = c.lexicon().unit(phrase.meaning->unit);
  return unit.time() ? &unit : nullptr;
}

Phrase any_time_unit(const Cursor& c, std::size_t i) {
  return c.phrase(i, facet::kUnit, [&](const Meaning& m) {
    return m.unit >= 0 && m.attachment == Attachment::Free && c.lexicon().unit(m.unit).time();
  });
}

Amount duration(const Number& number, std::size_t next, const Unit& unit) {
  Amount out;
  out.first = number.first;
  out.next = next;
  out.number = number;
  out.value.kind = ValueKind::Duration;
  out.value.low = number.low * unit.factor;
  out.value.high = number.high * unit.factor;
  out.value.resolution = number.resolution * unit.factor;
  out.value.unit = "second";
  return out;
}

void extend(Amount& out, double seconds, double resolution, std::size_t next) {
  out.value.low += seconds;
  out.value.high += seconds;
  out.value.resolution = resolution;
  out.next = next;
}

/// "and a half", "and half", "and a quarter" of the unit just named.
void add_fraction(const Cursor& c, const Unit& unit, Amount& out) {
  if (!c.is(out.next, Cue::And)) return;
  const std::size_t at = out.next + 1;
  const std::size_t name = c.is(at, Cue::Article) ? at + 1 : at;
  const int denominator = c.meaning(name).denominator;
  if (denominator == 0 || any_time_unit(c, name + 1)) return;
  const double part = unit.factor / denominator;
  extend(out, part, part, name + 1);
}

/// "2 hours and 50 minutes", "2h50m": ever smaller units.
void add_smaller_units(const Cursor& c, const Unit* unit, Amount& out) {
  for (;;) {
    std::size_t at = out.next;
    // "Three quarters of an hour, 45 minutes" is one time told twice.
    if (c.symbol(at, ',') && out.value.low < unit->factor) return;
    // "A week, 20 hours" are two.
    if (c.symbol(at, ',') && c.is(out.first, Cue::Article)) return;
    if (c.symbol(at, ',')) ++at;
    if (c.is(at, Cue::And)) ++at;
    const std::optional<Number> number = read_number(c, at);
    if (!number || number->low != number->high) return;
    Phrase name = c.phrase(number->next, facet::kUnit, [&](const Meaning& m) {
      return m.short_unit >= 0 && c.number(number->next - 1) && at == out.next;
    });
    const Unit* smaller = name ? &c.lexicon().unit(name.meaning->short_unit) : nullptr;
    if (smaller == nullptr) {
      name = unit_behind(c, *number, number->next);
      smaller = time_unit(c, name);
    }
    if (smaller == nullptr || smaller->factor >= unit->factor || c.goes_on_word(name.next)) return;
    // "Two weeks, 400 hours" is one time told twice.
    if (c.symbol(out.next, ',') && number->low * smaller->factor >= unit->factor) return;
    add_bare_number(c, *number, out.numbers);
    extend(out, number->low * smaller->factor, number->resolution * smaller->factor, name.next);
    unit = smaller;
  }
}

/// "4 minutes 30", "2 h 15": the next smaller unit goes without saying.
void add_unsaid_unit(const Cursor& c, const Unit& unit, Amount& out) {
  constexpr double kSixty = 60;
  constexpr double kHour = 3600;
  const std::size_t at = out.next;
  if ((unit.factor != kSixty && unit.factor != kHour) || !c.plain_digits(at, 2, 2)) return;
  const std::optional<Number> number = read_number(c, at);
  // "10 minutes 30 people"
  const bool counted = c.word(at + 1) && !c.is(at + 1, Cue::To);
  if (!number || number->next != at + 1 || number->low >= kSixty || counted) return;
  if (c.symbol(at + 1, '%') || c.symbol(at + 1, '-') || c.goes_on(at + 1)) return;
  add_bare_number(c, *number, out.numbers);
  extend(out, number->low * unit.factor / kSixty, unit.factor / kSixty, at + 1);
}

/// "3 days ago", "the last 3 days": a relative date. "for the last 5 years" is a length of time.
bool relative(const Cursor& c, const Amount& amount) {
  if (c.phrase(amount.next, Cue::Ago)) return true;
  // "Two years back", but "it gives them two hours back".
  if (amount.value.low >= kDay && c.phrase(amount.next, Cue::LongAgo)) return true;
  const std::size_t i = amount.first;
  if (!c.preceded_by(i, Cue::Past)) return false;
  return !(i >= 3 && c.is(i - 2, Cue::The) && c.is(i - 3, Cue::Lasting));
}

/// "year-old", "years of age"
std::size_t behind_age(const Cursor& c, std::size_t i) {
  if (c.symbol(i, '-') && c.word(i + 1)) ++i;
  const Phrase old = c.phrase(i, Cue::Old);
  return old ? old.next : 0;
}

Number one(std::size_t first) {
  Number number;
  number.first = first;
  number.low = number.high = number.resolution = 1;
  return number;
}

/// "Three quarters of an hour": where the unit of a part stands.
std::size_t behind_of_one(const Cursor& c, const Number& number) {
  const bool part = number.low < 1 && c.is(number.next, Cue::Of);
  return part && c.is(number.next + 1, Cue::Article) ? number.next + 2 : number.next;
}

/// "27 second-graders": an ordinal, no unit.
bool opens_name(const Cursor& c, const Phrase& unit) {
  const std::size_t dash = unit.next;
  return unit.meaning->ordinal != 0 && c.symbol(dash, '-') && c.glued(dash) && c.glued(dash + 1) &&
         c.word(dash + 1);
}

/// A unit that has another sense ("a second wave") must be the last word of its phrase.
bool certain_unit(const Cursor& c, const Phrase& unit) {
  return unit.meaning->ordinal == 0 || !c.word(unit.next);
}

}  // namespace

std::optional<Amount> read_duration(const Cursor& cursor, const Number& number) {
  std::size_t at = cursor.symbol(number.next, '-') && cursor.word(number.next + 1)
                       ? number.next + 1
                       : behind_of_one(cursor, number);
  // "Three full days"
  if (const Phrase whole = cursor.phrase(at, Cue::Whole)) at = whole.next;
  const Phrase name = unit_behind(cursor, number, at);
  const Unit* unit = time_unit(cursor, name);
  if (unit == nullptr || cursor.goes_on_word(name.next)) return std::nullopt;
  if (at == number.next && opens_name(cursor, name)) return std::nullopt;
  Amount out = duration(number, name.next, *unit);
  out.value.unit_text = cursor.slice(cursor.span(at, name.next));
  if (const std::size_t old = behind_age(cursor, name.next)) {
    out.value.kind = ValueKind::Age;
    out.value.low = number.low;
    out.value.high = number.high;
    out.value.resolution = number.resolution;
    out.value.unit = unit->name;
    out.next = old;
    return out;
  }
  if (cursor.number(name.next) && cursor.glued(name.next) && number.next != at) return std::nullopt;
  add_bare_number(cursor, number, out.numbers);
  add_fraction(cursor, *unit, out);
  const std::size_t named = out.next;
  add_smaller_units(cursor, unit, out);
  if (out.next == named && out.numbers.size() == 1) add_unsaid_unit(cursor, *unit, out);
  if (cursor.goes_on(out.next)) return std::nullopt;
  out.silent = relative(cursor, out);
  return out;
}

std::optional<Amount> read_unnumbered_duration(const Cursor& cursor, std::size_t i) {
  if (cursor.tail_of_name(i)) return std::nullopt;
  if (const Phrase whole = cursor.phrase(i, Cue::Whole)) {
    const std::size_t at = cursor.symbol(whole.next, '-') ? whole.next + 1 : whole.next;
    const Phrase name = any_time_unit(cursor, at);
    if (const Unit* unit = time_unit(cursor, name); unit != nullptr && certain_unit(cursor, name)) {
      return duration(one(i), name.next, *unit);
    }
  }
  const bool half = cursor.meaning(i).denominator == 2;
  std::size_t at = half ? i + 1 : i;
  const bool article = cursor.is(at, Cue::Article);
  const bool definite = cursor.is(at, Cue::The) && cursor.preceded_by(at, Cue::Lasting);
  if (!article && !definite && !half) return std::nullopt;
  if (article || definite) ++at;
  if (cursor.symbol(at, '-')) ++at;
  const bool half_behind = !half && cursor.meaning(at).denominator == 2;
  if (half_behind) at += cursor.symbol(at + 1, '-') ? 2U : 1U;
  const Phrase name = any_time_unit(cursor, at);
  const Unit* unit = time_unit(cursor, name);
  if (unit == nullptr || !certain_unit(cursor, name) || cursor.goes_on(name.next) ||
      (definite && cursor.is(name.next, Cue::Of))) {
    return std::nullopt;
  }
  Number number = one(i);
  if (half || half_behind) number.low = number.high = number.resolution = 0.5;
  Amount out = duration(number, name.next, *unit);
  if (half || half_behind)
    out.numbers.push_back({cursor.span(half ? i : i + 1, half ? i + 1 : i + 2), 0.5});
  add_fraction(cursor, *unit, out);
  add_smaller_units(cursor, unit, out);
  const bool grew = out.next != name.next;
  // "5 times a day" and "requests an hour" are rates.
  if (!half && !half_behind && !grew && i > 0 && !cursor.preceded_by(i, Cue::For)) {
    return std::nullopt;
  }
  out.silent = relative(cursor, out);
  return out;
}

}  // namespace starlint
