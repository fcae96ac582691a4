#include "metric/counted.h"

#include <algorithm>

#include "metric/words.h"

namespace starlint {

namespace {

constexpr double kHours = 12;   // on a clock
constexpr double kSmall = 10;   // fewer things are counted for many reasons
constexpr double kLarge = 100;  // numbers without a name from here on do not meet by chance

}  // namespace

const std::vector<Quantity>& Counted::in(std::uint32_t passage) {
  const auto known = by_passage_.find(passage);
  if (known != by_passage_.end()) return known->second;
  return by_passage_.emplace(passage, read_quantities(metrics_.passages[passage], passage, words_))
      .first->second;
}

const Quantity* Counted::of(Figure figure) {
  const std::vector<Quantity>& all = in(figure.passage);
  const auto found = std::find_if(all.begin(), all.end(), [&](const Quantity& one) {
    return one.figure.value == figure.value;
  });
  return found == all.end() ? nullptr : &*found;
}

bool Counted::are_hours(Figure a, Figure b) {
  const auto hour = [&](Figure figure) {
    const Value& value = metrics_.value(figure);
    return value.kind == ValueKind::Cardinal && value.low <= kHours && !has_noun(figure);
  };
  return hour(a) && hour(b);
}

bool Counted::has_noun(Figure figure) {
  const Quantity* one = of(figure);
  return one != nullptr && !one->noun.empty();
}

bool Counted::measure_alike(Figure before, Figure after, bool unnamed, bool lone) {
  const Value& a = metrics_.value(before);
  const Value& b = metrics_.value(after);
  const bool measured = a.kind == ValueKind::Duration || a.kind == ValueKind::Quantity;
  // "It took fifteen": the unit was said before.
  const bool bare = b.kind == ValueKind::Cardinal && !has_noun(after);
  if (a.kind != b.kind) return bare && measured && unnamed && lone;
  if (a.kind == ValueKind::Quantity) return true;
  if (a.unit != b.unit) return false;
  if (a.kind == ValueKind::Percent) return lone;
  if (a.kind != ValueKind::Cardinal) {
    return unnamed && (a.kind == ValueKind::Duration || a.kind == ValueKind::Money);
  }
  const double least = std::min(a.low, b.low);
  if (!lone) return false;
  if (has_noun(before)) return least >= kSmall;
  if (repeats(before) && repeats(after)) return least >= kSmall;
  return at_one_rate(before, after) || (least >= kLarge && !has_noun(after));
}

bool Counted::repeats(Figure figure) const {
  const Passage& passage = metrics_.passages[figure.passage];
  const std::uint32_t at = passage.masked.offset_of(figure.value);
  return words_.found("repeats", passage.slice({at + 1, passage.masked.sentence(at).end}));
}

bool Counted::of_one_name(Figure a, Figure b) {
  const Quantity* first = of(a);
  const Quantity* second = of(b);
  return first != nullptr && second != nullptr && !first->noun.empty() &&
         same_word(first->noun, second->noun);
}

bool Counted::of_each(Figure figure) {
  const ValueKind kind = metrics_.value(figure).kind;
  if (kind != ValueKind::Money && kind != ValueKind::Cardinal) return true;
  const Quantity* one = of(figure);
  return one != nullptr && std::any_of(one->per.begin(), one->per.end(),
                                       [](const Per& per) { return per.seconds == 0; });
}

bool Counted::told_as_one(Figure a, Figure b) { return of_one_name(a, b) && at_one_rate(a, b); }

bool Counted::at_one_rate(Figure a, Figure b) {
  const Quantity* first = of(a);
  const Quantity* second = of(b);
  if (first == nullptr || second == nullptr) return false;
  const auto timed = [](const Quantity& one) {
    return one.per.size() == 1 && one.per.front().seconds > 0;
  };
  return timed(*first) && timed(*second) &&
         first->per.front().seconds == second->per.front().seconds;
}

namespace {

/// "20 a week" and "200 a fortnight"
bool rates_apart(const Quantity& a, const Quantity& b) {
  if (a.per.size() != 1 || b.per.size() != 1) return false;
  const double first = a.per.front().seconds;
  const double second = b.per.front().seconds;
  return first > 0 && second > 0 && first != second;
}

}  // namespace

bool Counted::alike(Figure a, Figure b) {
  const Quantity* first = of(a);
  const Quantity* second = of(b);
  if (first == nullptr || second == nullptr || rates_apart(*first, *second)) {
    return first == nullptr || second == nullptr;
  }
  // "60 loans" and "75 items"
  const auto any = [&](const Quantity& one) {
    return one.noun.empty() || words_.found("anything", one.noun);
  };
  return any(*first) || any(*second) || same_word(first->noun, second->noun);
}

}  // namespace starlint
