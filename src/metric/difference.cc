#include <algorithm>

#include "metric/comparable.h"
#include "metric/trial.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr std::uint32_t kSentences = 2;  // that a difference may look back
constexpr double kLimit = 3;             // further off, it was not meant to tie

/// "From 400 to 500 members, so 150 more": what lies between two figures.
class DifferenceTrial {
 public:
  explicit DifferenceTrial(const Trial& trial) : trial_(trial), claim_(trial.claim()) {}

  Outcome run() const {
    const Extent said = claim_extent(trial_.value(claim_));
    std::vector<Figure> ends;
    Extent computed;
    for (std::size_t i = 0; i < trial_.quantities.size(); ++i) {
      for (std::size_t j = i + 1; j < trial_.quantities.size(); ++j) {
        if (!near(i) || !near(j)) continue;
        const std::optional<Extent> between = between_figures(i, j);
        if (!between) continue;
        if (meet(*between, said)) return {true, std::nullopt};
        if (!is_movement(i, j) || !said_of(i, j)) continue;
        if (!ends.empty()) return {};
        ends = {trial_.quantities[i].figure, trial_.quantities[j].figure};
        computed = *between;
      }
    }
    const double middle = (computed.low + computed.high) / 2;
    const double figure = nominal(trial_.value(claim_));
    if (ends.empty() || figure > middle * kLimit || figure * kLimit < middle) return {};
    const double unit = trial_.value(claim_).kind == ValueKind::Quantity
                            ? 1
                            : written_unit(trial_.typed(claim_), trial_.lexicon);
    return {false,
            WrongResult{Operation::Rest, claim_.figure, ends, computed / Extent::exactly(unit)}};
  }

 private:
  bool near(std::size_t i) const {
    const Quantity& one = trial_.quantities[i];
    return i != trial_.claimed && one.sentence <= claim_.sentence &&
           one.sentence + kSentences >= claim_.sentence;
  }

  /// In the unit of the claim; nothing where one of them counts something else.
  std::optional<Extent> between_figures(std::size_t i, std::size_t j) const {
    const std::optional<Extent> a = extent_of(i);
    const std::optional<Extent> b = extent_of(j);
    if (!a || !b) return std::nullopt;
    return a->low > b->low ? *a - *b : *b - *a;
  }

  std::optional<Extent> extent_of(std::size_t i) const {
    const Quantity& one = trial_.quantities[i];
    const Value& value = trial_.value(one);
    const Value& said = trial_.value(claim_);
    if (!value.single()) return std::nullopt;
    const bool named = !one.noun.empty() && !claim_.noun.empty();
    if (named && !same_word(one.noun, claim_.noun)) return std::nullopt;
    if (same_unit(value, said)) return figure_extent(value);
    if (value.kind != ValueKind::Cardinal || !one.noun.empty()) return std::nullopt;
    const double unit =
        said.kind == ValueKind::Quantity ? 1 : written_unit(trial_.typed(claim_), trial_.lexicon);
    return figure_extent(value) * Extent::exactly(unit);
  }

  bool is_movement(std::size_t i, std::size_t j) const {
    const Figure& a = trial_.quantities[i].figure;
    const Figure& b = trial_.quantities[j].figure;
    const auto same = [](const Figure& x, const Figure& y) {
      return x.passage == y.passage && x.value == y.value;
    };
    return std::any_of(trial_.metrics.movements.begin(), trial_.metrics.movements.end(),
                       [&](const SaidMovement& m) {
                         return (same(m.before, a) && same(m.after, b)) ||
                                (same(m.before, b) && same(m.after, a));
                       });
  }

  /// In the sentence of the claim, or in the one before where it follows; told of the same period.
  bool said_of(std::size_t i, std::size_t j) const {
    const std::uint32_t last = trial_.quantities[j].sentence;
    const bool here = last == claim_.sentence || (last + 1 == claim_.sentence && claim_.result);
    const std::vector<Per>& told = trial_.quantities[j].per;
    const bool other = claim_.per.size() > told.size() ||
                       (!claim_.per.empty() && claim_.per.front().seconds != told.front().seconds);
    return here && i < trial_.claimed && j < trial_.claimed && !other;
  }

  const Trial& trial_;
  const Quantity& claim_;
};

}  // namespace

Outcome try_difference(const Trial& trial) {
  const Quantity& claim = trial.claim();
  const Value& value = trial.value(claim);
  const bool counts = value.kind == ValueKind::Cardinal || value.kind == ValueKind::Money ||
                      value.kind == ValueKind::Duration || value.kind == ValueKind::Quantity;
  const bool ratio = value.unit == kFoldUnit || value.unit == kPointUnit;
  if (!counts || !claim.differs || !value.single() || value.low < 1 || ratio) return {};
  return DifferenceTrial(trial).run();
}

}  // namespace starlint
