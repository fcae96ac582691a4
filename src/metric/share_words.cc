#include "metric/share_words.h"

#include <algorithm>

#include "metric/words.h"

namespace starlint {

namespace {

constexpr double kHundred = 100;
constexpr double kFraction = 0.08;  // "two thirds" is about two thirds
constexpr double kRatio = 0.12;     // "a quarter of them" is about that
constexpr double kHalf = 0.5;       // of a whole number that a ratio is told in
constexpr double kMostIn = 10;      // no ratio is told in more than so many

}  // namespace

bool ends_at(const Trial& trial, std::uint32_t at) {
  const Span sentence = trial.passage.masked.sentence(trial.claim().at);
  return trial.words.found("of them", trial.between(at, std::max(at, sentence.end)));
}

namespace {

/// "Two thirds of the platoon": all of those that were told of.
bool of_group(const Trial& trial) {
  const std::uint32_t at = trial.claim().at;
  const Span sentence = trial.passage.masked.sentence(at);
  return trial.words.found("of group", trial.between(at + 1, std::max(at + 1, sentence.end)));
}

}  // namespace

std::optional<ToldRatio> told_ratio(const Trial& trial) {
  const Quantity& claim = trial.claim();
  const double part = nominal(trial.value(claim));
  if (part > 0 && part < 1 && (ends_at(trial, claim.at + 1) || of_group(trial))) {
    return ToldRatio{part, 0, nullptr};
  }
  const std::size_t next = trial.claimed + 1;
  if (part < 1 || next >= trial.quantities.size()) return std::nullopt;
  const Quantity& whole = trial.quantities[next];
  const double all = nominal(trial.value(whole));
  const bool ratio = trial.value(whole).kind == ValueKind::Cardinal && part < all &&
                     all <= kMostIn &&
                     trial.words.found("ratio", trial.between(claim.at + 1, whole.at));
  // "One in four cases"
  const auto noun = static_cast<std::uint32_t>(whole.noun.empty() ? 0 : whole.noun.size() + 1);
  if (!ratio || !ends_at(trial, whole.at + 1 + noun)) return std::nullopt;
  return ToldRatio{part / all, part, &whole};
}

Extent extent_of(const ToldRatio& ratio) {
  if (ratio.part == 0) return {ratio.share * (1 - kRatio), ratio.share * (1 + kRatio)};
  const double all = ratio.part / ratio.share;
  if (ratio.part == 1) return {1 / (all + kHalf), 1 / (all - kHalf)};
  return {(ratio.part - kHalf) / all, (ratio.part + kHalf) / all};
}

void tell_in_words(const Trial& trial, const ToldRatio& ratio, WrongResult& wrong) {
  const Extent share = wrong.computed / Extent::exactly(kHundred);
  const double part = nominal(trial.value(trial.claim()));
  if (ratio.whole == nullptr) {
    wrong.computed = share;
  } else if (part == 1) {
    wrong.claimed = ratio.whole->figure;
    wrong.computed = Extent::exactly(1) / share;
  } else {
    wrong.computed = share * Extent::exactly(nominal(trial.value(*ratio.whole)));
  }
}

std::optional<Extent> share_of_one(const Value& value) {
  if (!value.single()) return std::nullopt;
  if (value.kind == ValueKind::Percent && value.low < kHundred) {
    return figure_extent(value) / Extent::exactly(kHundred);
  }
  const bool fraction = value.kind == ValueKind::Cardinal && value.low > 0 && value.low < 1;
  if (!fraction) return std::nullopt;
  return Extent{value.low * (1 - kFraction), value.low * (1 + kFraction)};
}

}  // namespace starlint
