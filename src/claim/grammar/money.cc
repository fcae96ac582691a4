// Money: "$1.2M", "nz $ 3.2 billion", "7 lakh rupees", "40 EUR million", "13 dollars forty
// five".
#include <cmath>

#include "base/strings.h"
#include "claim/grammar/amount.h"

namespace starlint {

namespace {

Amount money(const Number& number, std::size_t first, std::size_t next, const Cursor& c,
             const Meaning& currency) {
  Amount out;
  out.first = first;
  out.next = next;
  out.number = number;
  out.value.kind = ValueKind::Money;
  out.value.low = number.low * currency.currency_scale;
  out.value.high = number.high * currency.currency_scale;
  out.value.resolution = number.resolution * currency.currency_scale;
  out.value.unit = c.lexicon().currency(currency.currency).code;
  return out;
}

Phrase currency_at(const Cursor& c, std::size_t i) {
  return c.phrase(i, facet::kCurrency,
                  [](const Meaning& meaning) { return meaning.currency >= 0; });
}

/// "$1.2m": behind a currency a suffix needs no capital.
void lower_case_suffix(const Cursor& c, Number& number) {
  const std::size_t i = number.next;
  if (!number.bare || !c.word(i) || !c.glued(i) || c.goes_on(i + 1)) return;
  double factor = 0;
  if (c.at(i).span.size() == 1) {
    const char upper = static_cast<char>(c.slice(i).front() & ~0x20);
    factor = c.lexicon().suffix({&upper, 1});
  }
  if (factor == 0) return;
  number.low *= factor;
  number.high *= factor;
  number.resolution *= factor;
  number.bare = false;
  ++number.next;
}

/// "thirty", "50", "and 20 cents" behind whole units: hundredths. `digits` without the word.
void add_cents(const Cursor& c, Amount& out, bool digits) {
  const bool joined = c.is(out.next, Cue::And);
  const std::size_t at = joined ? out.next + 1 : out.next;
  if (out.value.low != std::floor(out.value.low)) return;
  const std::optional<Number> cents = read_number(c, at);
  if (!cents || cents->low < 1 || cents->low >= 100 || cents->low != std::floor(cents->low)) return;
  std::size_t next = c.skip(cents->next, Cue::Cents);
  const bool named = next != cents->next;
  if (!named) {
    if (cents->digits && (joined || !digits || !c.plain_digits(at, 2, 2))) return;
    if (c.word(next) && (c.glued(next) || c.meaning(next).unit >= 0 || currency_at(c, next) ||
                         c.is(next, Cue::Percent))) {
      return;
    }
    if (c.is(next, Cue::Percent) || c.symbol(next, '-')) return;
  }
  out.value.low += cents->low / 100;
  out.value.high = out.value.low;
  out.value.resolution = 0.01;
  out.next = next;
}

}  // namespace

std::optional<Amount> read_prefixed_money(const Cursor& cursor, std::size_t i) {
  if (cursor.tail_of_name(i)) return std::nullopt;
  const Phrase currency =
      cursor.phrase(i, facet::kPrefix, [](const Meaning& m) { return m.before_number; });
  if (!currency || (!cursor.number(currency.next) && !cursor.symbol(currency.next, '-'))) {
    return std::nullopt;
  }
  std::optional<Number> number = read_number(cursor, currency.next);
  if (!number) return std::nullopt;
  lower_case_suffix(cursor, *number);
  if (cursor.word(number->next) && cursor.glued(number->next)) return std::nullopt;
  Meaning unscaled = *currency.meaning;
  unscaled.currency_scale = 1;
  Amount out = money(*number, i, number->next, cursor, unscaled);
  out.value.unit_text = cursor.slice(cursor.span(i, currency.next));
  add_bare_number(cursor, *number, out.numbers);
  const Phrase repeated = currency_at(cursor, out.next);
  if (repeated && cursor.word(out.next) && !cursor.number(repeated.next)) {
    out.next = repeated.next;
    if (cursor.lexicon().currency(repeated.meaning->currency).code.size() == 3) {
      out.value.unit = cursor.lexicon().currency(repeated.meaning->currency).code;
    }
  }
  add_cents(cursor, out, false);
  return out;
}

std::optional<Amount> read_money(const Cursor& cursor, const Number& number) {
  const std::size_t at = cursor.symbol(number.next, '-') && cursor.word(number.next + 1)
                             ? number.next + 1
                             : number.next;
  const Phrase currency = currency_at(cursor, at);
  if (!currency || cursor.goes_on(currency.next)) return std::nullopt;
  // "10 $ 20": a sign before a number belongs to it.
  if (!cursor.word(currency.next - 1) && cursor.number(currency.next)) return std::nullopt;
  Amount out = money(number, number.first, currency.next, cursor, *currency.meaning);
  out.value.unit_text = cursor.slice(cursor.span(at, currency.next));
  const Meaning& scale = cursor.meaning(out.next);
  if (scale.number == NumberWord::Scale && scale.value >= 1000 && number.scale == 1) {
    out.value.low *= scale.value;
    out.value.high *= scale.value;
    out.value.resolution *= scale.value;
    ++out.next;
  }
  add_cents(cursor, out, true);
  return out;
}

}  // namespace starlint
