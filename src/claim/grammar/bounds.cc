#include "claim/grammar/bounds.h"

#include <utility>

namespace starlint {

namespace {

bool lower_bound(Qualifier q) { return q == Qualifier::Over || q == Qualifier::AtLeast; }
bool upper_bound(Qualifier q) { return q == Qualifier::Under || q == Qualifier::AtMost; }

void take(Amount& to, const Amount& from) {
  to.next = from.next;
  to.numbers.insert(to.numbers.end(), from.numbers.begin(), from.numbers.end());
}

/// "5-10 million": the first takes the scale of the second, if it is smaller without.
void share_scale(Amount& a, const Amount& b) {
  const double scale = b.number.scale;
  if (a.number.scale != 1 || scale == 1 || a.number.low >= b.number.low / scale) return;
  a.value.low *= scale;
  a.value.resolution *= scale;
  a.number.scale = scale;
}

/// Gives the first of "2 to 3 weeks" the unit of the second.
void share_unit(Amount& a, const Amount& b) {
  const double factor = b.number.low == 0 ? 1 : b.value.low / b.number.low;
  a.value.low = a.number.low * factor;
  if (a.number.scale == 1 && b.number.scale != 1) return;
  a.value.resolution = b.value.resolution;
}

/// One value from its two ends; nothing where they do not go together or do not rise.
std::optional<Amount> join(Amount a, Amount b, std::size_t first) {
  if (a.silent || b.silent || a.number.handful || b.number.handful) return std::nullopt;
  const bool same = a.value.kind == b.value.kind && a.value.unit == b.value.unit;
  if (same) {
    share_scale(a, b);
  } else if (a.value.kind == ValueKind::Cardinal && b.value.kind != ValueKind::Age) {
    if (b.value.kind == ValueKind::Range) return std::nullopt;
    a.value.kind = b.value.kind;
    share_unit(a, b);
    share_scale(a, b);
  } else if (a.value.kind == ValueKind::Cardinal) {
    a.value.low = a.number.low;
  } else if (a.value.kind == ValueKind::Money && b.value.kind == ValueKind::Cardinal) {
    share_scale(a, b);
    b.value.unit = a.value.unit;
    b.value.unit_text = a.value.unit_text;
    b.value.kind = ValueKind::Money;
  } else {
    return std::nullopt;
  }
  if (a.value.low >= b.value.low) return std::nullopt;
  Amount out = a;
  out.first = first;
  out.value = b.value;
  out.value.low = a.value.low;
  out.value.high = b.value.low;
  if (out.value.kind == ValueKind::Cardinal) out.value.kind = ValueKind::Range;
  take(out, b);
  return out;
}

bool dash_at(const Cursor& c, std::size_t i) {
  // "20 -30" is no range: the dash has a space on both sides or on none.
  return c.is(i, Cue::Dash) && c.at(i).kind == TokenKind::Symbol && c.glued(i) == c.glued(i + 1);
}

/// Digits chained by dashes: a telephone number, an identifier.
std::optional<Amount> read_chain(const Cursor& c, std::size_t i) {
  std::size_t next = i;
  int links = 0;
  while (c.number(next) && c.symbol(next + 1, '-') && c.glued(next + 1) && c.number(next + 2) &&
         c.glued(next + 2)) {
    next += 2;
    ++links;
  }
  if (links < 2) return std::nullopt;
  Amount out;
  out.first = i;
  out.next = next + 1;
  out.silent = true;
  return out;
}

std::optional<Amount> read_range(const Cursor& c, std::size_t i) {
  if (const Phrase between = c.phrase(i, Cue::Between)) {
    const std::optional<Amount> a = read_amount(c, between.next);
    if (!a || !(c.is(a->next, Cue::And) || c.is(a->next, Cue::To) || dash_at(c, a->next))) {
      return std::nullopt;
    }
    const std::optional<Amount> b = read_amount(c, a->next + 1);
    return b ? join(*a, *b, i) : std::nullopt;
  }
  const Phrase from = c.phrase(i, Cue::RangeFrom);
  const std::optional<Amount> a = read_amount(c, from ? from.next : i);
  if (!a || a->silent) return from ? std::nullopt : a;
  // "from 19 to 14 seconds" tells two figures, before and after.
  const bool to = c.is(a->next, Cue::To) && c.word(a->next) && !c.preceded_by(i, Cue::From);
  if (to || dash_at(c, a->next)) {
    const std::optional<Amount> b = read_amount(c, a->next + 1);
    if (std::optional<Amount> range = b ? join(*a, *b, i) : std::nullopt) return range;
  }
  return from ? std::nullopt : a;
}

void open_ends(Value& value) {
  value.open_high = value.open_high || lower_bound(value.qualifier);
  value.open_low = value.open_low || upper_bound(value.qualifier);
}

void hedge(Amount& amount, Qualifier qualifier, std::size_t first) {
  amount.value.qualifier = qualifier;
  if (lower_bound(qualifier) || upper_bound(qualifier)) {
    if (amount.value.kind == ValueKind::Cardinal) {
      amount.value.kind = ValueKind::Range;
      amount.first = first;
    }
    open_ends(amount.value);
  }
}

Qualifier or_equal(Qualifier qualifier) {
  if (qualifier == Qualifier::Over) return Qualifier::AtLeast;
  return qualifier == Qualifier::Under ? Qualifier::AtMost : qualifier;
}

Phrase qualifier_at(const Cursor& c, std::size_t i) {
  return c.phrase(i, facet::kBefore, [](const Meaning& m) { return m.before != Qualifier::Exact; });
}

/// "or more", "+", "or so" behind an amount.
void read_hedge_behind(const Cursor& c, Amount& amount) {
  if (amount.silent || amount.value.qualifier != Qualifier::Exact) return;
  const Phrase behind = c.phrase(amount.next, facet::kAfter,
                                 [](const Meaning& m) { return m.after != Qualifier::Exact; });
  if (!behind || c.number(behind.next) || c.goes_on(behind.next)) return;
  if (c.symbol(amount.next, '+') && !c.glued(amount.next)) return;
  // "at most 7 and more than 90": the words belong to the next bound.
  if (qualifier_at(c, amount.next + 1).next > behind.next || read_number(c, behind.next)) return;
  const bool cardinal = amount.value.kind == ValueKind::Cardinal;
  hedge(amount, behind.meaning->after, amount.first);
  if (cardinal || behind.next == amount.next + 1) amount.next = behind.next;
}

/// "greater than 15" + "and smaller than 40"
bool add_other_bound(const Cursor& c, Amount& amount) {
  if (amount.value.kind != ValueKind::Range || !c.is(amount.next, Cue::And)) return false;
  const Phrase qualifier = qualifier_at(c, amount.next + 1);
  if (!qualifier) return false;
  const bool lower = lower_bound(amount.value.qualifier) && upper_bound(qualifier.meaning->before);
  const bool upper = upper_bound(amount.value.qualifier) && lower_bound(qualifier.meaning->before);
  if (!lower && !upper) return false;
  const std::optional<Amount> other = read_amount(c, qualifier.next);
  if (!other || other->silent || other->value.kind != ValueKind::Cardinal) return false;
  const double low = lower ? amount.value.low : other->value.low;
  const double high = lower ? other->value.low : amount.value.low;
  if (low >= high) return false;
  amount.value.low = low;
  amount.value.high = high;
  amount.value.open_low = amount.value.open_high = false;
  amount.value.qualifier = Qualifier::Exact;
  take(amount, *other);
  return true;
}

/// "equal to 640": a range of one figure.
std::optional<Amount> read_equal(const Cursor& c, std::size_t i, std::size_t beyond) {
  const Phrase equal = c.phrase(i, Cue::Equal);
  if (equal.next <= beyond) return std::nullopt;
  std::optional<Amount> amount = read_amount(c, equal.next);
  if (!amount || amount->silent || amount->value.kind != ValueKind::Cardinal) return std::nullopt;
  amount->value.kind = ValueKind::Range;
  amount->first = i;
  return amount;
}

std::optional<Amount> read_unhedged(const Cursor& c, std::size_t i) {
  std::optional<Amount> amount = read_range(c, i);
  if (amount) read_hedge_behind(c, *amount);
  return amount;
}

/// "about 3 hours", "at least about 30": one hedge, or two of which the inner one counts.
std::optional<Amount> read_hedged(const Cursor& c, std::size_t i, const Phrase& hedge_before) {
  const Phrase inner = qualifier_at(c, hedge_before.next);
  const std::size_t at = inner ? inner.next : hedge_before.next;
  std::optional<Amount> amount = read_unhedged(c, at);
  if (!amount || amount->silent) return amount;
  if (amount->value.qualifier == Qualifier::Exact) {
    hedge(*amount, inner ? inner.meaning->before : hedge_before.meaning->before, i);
  }
  if (const Phrase equal = c.phrase(amount->next, Cue::OrEqual)) {
    hedge(*amount, or_equal(amount->value.qualifier), i);
    amount->next = equal.next;
  }
  add_other_bound(c, *amount);
  return amount;
}

}  // namespace

std::optional<Amount> read_bounded(const Cursor& cursor, std::size_t i) {
  if (std::optional<Amount> chain = read_chain(cursor, i)) return chain;
  // The ">" of an arrow, "850ms -> 120ms", hedges nothing.
  const bool arrow = i > 0 && cursor.glued(i) && cursor.symbol(i, '>') &&
                     (cursor.symbol(i - 1, '-') || cursor.symbol(i - 1, '='));
  // "The shop turned over 410,000" is no bound.
  const bool particle = cursor.preceded_by(i, Cue::ParticleVerb);
  Phrase hedge_before = arrow || particle ? Phrase{} : qualifier_at(cursor, i);
  // "The bill had crept up to 6,500" is none, either.
  const bool ends = hedge_before && hedge_before.meaning->before == Qualifier::AtMost &&
                    cursor.preceded_by(i, Cue::RisingVerb);
  if (ends) hedge_before = Phrase{};
  if (std::optional<Amount> equal = read_equal(cursor, i, hedge_before.next)) return equal;
  if (hedge_before) {
    if (std::optional<Amount> hedged = read_hedged(cursor, i, hedge_before)) return hedged;
  }
  return read_unhedged(cursor, i);
}

}  // namespace starlint
