#include "metric/ends.h"

#include <algorithm>

#include "metric/comparable.h"

namespace starlint {

namespace {

constexpr double kFarOff = 6;  // times as much as was claimed
constexpr double kSmall = 10;
constexpr double kSum = 100;  // a sum of money may be told without its currency from here on

/// Nobody is that wrong: the figures are of something else.
bool far_off(const ChangeClaim& claim, const Movement& movement) {
  const double ratio = readings_of(movement).fold;
  double claimed = claim.figure;
  if (claim.measure == Measure::Percent) {
    const bool part = claim.verb == Verb::Less && claim.figure < 100;
    claimed = part ? 1 / (1 - claim.figure / 100) : 1 + claim.figure / 100;
  }
  return claim.measure != Measure::Points &&
         (ratio > claimed * kFarOff || ratio * kFarOff < claimed);
}

/// "Two thirds cheaper": no figure but money, or a bare one, tells of that.
bool is_price(const Metrics& metrics, const SaidChange& change, const ReckoningWords& words) {
  const Passage& passage = metrics.passages[change.where.passage];
  return words.found("priced", passage.slice(change.where.span));
}

/// "What we paid came down by half": no small number without a currency tells of that.
bool is_spending(const SaidChange& change, const ReckoningWords& words) {
  return words.found("spent", change.metric);
}

/// The only day, month or year that the sentence of a figure names.
std::optional<double> date_of(const Metrics& metrics, Figure figure) {
  const Passage& passage = metrics.passages[figure.passage];
  const Span sentence = passage.masked.sentence(passage.masked.offset_of(figure.value));
  std::optional<double> found;
  for (const auto& [at, value] : passage.masked.tokens()) {
    const Value& one = passage.values[value].value;
    const bool date = one.kind == ValueKind::Date || one.kind == ValueKind::Interval;
    if (!sentence.contains(at) || !date || one.open_low || one.open_high) continue;
    if (found) return std::nullopt;
    found = one.low;
  }
  return found;
}

}  // namespace

bool are_reversed(const Metrics& metrics, Figure before, Figure after) {
  const std::optional<double> first = date_of(metrics, before);
  const std::optional<double> second = date_of(metrics, after);
  return first && second && *first > *second;
}

bool moves_as_claimed(const ChangeClaim& claim, const Movement& movement) {
  if (movement.from == movement.to || far_off(claim, movement)) return false;
  const bool fell = movement.to < movement.from;
  const bool falls = claim.verb == Verb::Less || (claim.verb == Verb::Faster && movement.time);
  return falls ? fell : claim.verb != Verb::More || !fell;
}

bool may_be_ends(const Metrics& metrics, std::uint32_t change, Figure before, Figure after,
                 const Lexicon& lexicon, const ReckoningWords& words) {
  const SaidChange& said = metrics.changes[change];
  const Value& from = metrics.value(before);
  const Value& to = metrics.value(after);
  const auto either = [&](ValueKind kind) { return from.kind == kind || to.kind == kind; };
  const bool money = either(ValueKind::Money);
  if (said.claim.measure == Measure::Points && from.kind != ValueKind::Percent) return false;
  // A small bare number does not borrow its unit from another sentence.
  const bool small = nominal(from) < kSmall;
  if (from.kind != to.kind && (money || small || either(ValueKind::Percent))) return false;
  if (!money && is_price(metrics, said, words)) return false;
  if (!money && is_spending(said, words) && std::min(nominal(from), nominal(to)) < kSum) {
    return false;
  }
  const auto movement = movement_between(metrics.typed(before), metrics.typed(after), lexicon);
  return movement && moves_as_claimed(said.claim, *movement);
}

}  // namespace starlint
