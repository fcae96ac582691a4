#include "claim/grammar/amount.h"

#include <cmath>

namespace starlint {

namespace {

Amount amount_of(const Number& number, std::size_t next, ValueKind kind) {
  Amount out;
  out.first = number.first;
  out.next = next;
  out.number = number;
  out.value.kind = kind;
  out.value.low = number.low;
  out.value.high = number.high;
  out.value.resolution = number.resolution;
  return out;
}

Amount silent(const Number& number, std::size_t next) {
  Amount out = amount_of(number, next, ValueKind::Cardinal);
  out.silent = true;
  return out;
}

/// "3 nines", "three 9's": 99.9 %.
std::optional<Amount> read_nines(const Cursor& c, const Number& number) {
  if (number.low != std::floor(number.low) || number.low < 1 || number.low > 12)
    return std::nullopt;
  std::size_t next = c.skip(number.next, Cue::Nines);
  if (next == number.next) {
    if (!c.plain_digits(next, 1, 1) || c.at(next).value != 9) return std::nullopt;
    ++next;
    if (c.glued(next) && (c.symbol(next, '\'') || c.slice(next) == "’")) ++next;
    if (!c.word(next) || !c.glued(next) || c.slice(next) != "s") return std::nullopt;
    ++next;
  }
  Amount out = amount_of(number, next, ValueKind::Percent);
  const double missing = std::pow(10, 2 - number.low);
  out.value.low = out.value.high = 100 - missing;
  out.value.resolution = missing;
  return out;
}

std::optional<Amount> read_percent(const Cursor& c, const Number& number) {
  const Phrase sign =
      c.phrase(number.next, facet::of(Cue::Percent) | facet::of(Cue::PercentPoints),
               [](const Meaning& m) { return m.is(Cue::Percent) || m.is(Cue::PercentPoints); });
  if (!sign || c.goes_on(sign.next)) return std::nullopt;
  Amount out = amount_of(number, sign.next, ValueKind::Percent);
  // Percentages are reported to the unit: 40 % is not 40 ± 5.
  if (number.bare) out.value.resolution = std::pow(10, -c.at(number.next - 1).decimals);
  if (sign.meaning->is(Cue::PercentPoints)) out.value.unit = "point";
  out.value.unit_text = c.slice(c.span(number.next, sign.next));
  return out;
}

/// "percent of twenty" states 20 percent.
std::optional<Amount> read_leading_percent(const Cursor& c, std::size_t i) {
  const std::size_t of = c.word(i) ? c.skip(i, Cue::Percent) : i;
  if (of == i || !c.is(of, Cue::Of)) return std::nullopt;
  const std::optional<Number> number = read_number(c, of + 1);
  if (!number) return std::nullopt;
  Amount out = amount_of(*number, number->next, ValueKind::Percent);
  out.first = i;
  return out;
}

std::optional<Amount> read_quantity(const Cursor& c, const Number& number) {
  const std::size_t at =
      c.symbol(number.next, '-') && c.glued(number.next) ? number.next + 1 : number.next;
  const Phrase unit = unit_behind(c, number, at);
  if (!unit || c.goes_on(unit.next)) return std::nullopt;
  Amount out = amount_of(number, unit.next, ValueKind::Quantity);
  out.value.unit = c.lexicon().unit(unit.meaning->unit).name;
  out.value.unit_text = c.slice(c.span(at, unit.next));
  return out;
}

std::optional<Amount> read_cardinal(const Cursor& c, const Number& number) {
  if (c.word(number.next) && c.glued(number.next)) {
    // "1st", "3pm" and names such as "212b": no value, and nothing more to look for.
    return number.digits ? std::optional(silent(number, number.next + 1)) : std::nullopt;
  }
  if (const Phrase clock = c.phrase(number.next, Cue::Clock)) return silent(number, clock.next);
  if (number.vague) return std::nullopt;
  Amount out = amount_of(number, number.next,
                         number.low == number.high ? ValueKind::Cardinal : ValueKind::Range);
  return out;
}

std::optional<Amount> read_unit(const Cursor& c, const Number& number) {
  for (const auto read : {read_nines, read_percent, read_money, read_duration, read_quantity}) {
    if (std::optional<Amount> amount = read(c, number)) return amount;
  }
  return std::nullopt;
}

/// "10 years", and "10+ years", "10 or more years".
std::optional<Amount> read_typed(const Cursor& c, const Number& number) {
  std::optional<Amount> typed = read_unit(c, number);
  if (!typed) {
    const Phrase hedge = c.phrase(number.next, facet::kAfter,
                                  [](const Meaning& m) { return m.after != Qualifier::Exact; });
    if (!hedge) return std::nullopt;
    Number hedged = number;
    hedged.next = hedge.next;
    typed = read_unit(c, hedged);
    if (!typed) return std::nullopt;
    typed->value.qualifier = hedge.meaning->after;
    typed->numbers.clear();
  }
  if (typed->numbers.empty()) add_bare_number(c, number, typed->numbers);
  return typed;
}

}  // namespace

void add_bare_number(const Cursor& cursor, const Number& number, std::vector<BareNumber>& out) {
  if (cursor.word(number.next) && cursor.glued(number.next)) return;
  out.push_back({cursor.span(number.first, number.next), number.low});
}

Phrase unit_behind(const Cursor& cursor, const Number& number, std::size_t i) {
  const bool digits = cursor.number(number.next - 1);
  const bool glued = cursor.glued(i) && i == number.next;
  const auto fits = [&](const Meaning& meaning) {
    if (meaning.unit < 0) return false;
    if (meaning.attachment == Attachment::Glued) return digits && glued;
    return meaning.attachment == Attachment::Free || (digits && i == number.next);
  };
  const Phrase unit = cursor.phrase(i, facet::kUnit, fits);
  if (!unit) return {};
  // A lone capital is a name ("3 D", "5 L"), except where a time is asked for: "for 10D".
  const char first = cursor.slice(i).front();
  if (unit.meaning->attachment == Attachment::Digits && unit.next == i + 1 &&
      cursor.at(i).span.size() == 1 && first >= 'A' && first <= 'Z' &&
      !(glued && cursor.preceded_by(number.first, Cue::For))) {
    return {};
  }
  return unit;
}

std::optional<Amount> read_amount(const Cursor& cursor, std::size_t i) {
  if (std::optional<Amount> money = read_prefixed_money(cursor, i)) return money;
  if (std::optional<Amount> percent = read_leading_percent(cursor, i)) return percent;
  const std::optional<Number> number = read_number(cursor, i);
  if (number && !names_something(cursor, *number)) {
    if (std::optional<Amount> typed = read_typed(cursor, *number)) return typed;
  }
  if (std::optional<Amount> span = read_unnumbered_duration(cursor, i)) return span;
  if (!number || names_something(cursor, *number)) return std::nullopt;
  return read_cardinal(cursor, *number);
}

}  // namespace starlint
