#include <algorithm>

#include "metric/trial.h"

namespace starlint {

namespace {

constexpr double kLeastPart = 2;
constexpr double kNear = 1.35;      // times; further off, the parts overlap or are not all
constexpr std::size_t kListed = 3;  // parts at least
constexpr std::size_t kKinds = 2;   // "women" and "men" are all there are

/// "The audit left us with 31 findings. … 14 for IT, 9 for purchasing and 5 for HR, none left
/// over."
class PartsTrial {
 public:
  explicit PartsTrial(const Trial& trial) : trial_(trial), claim_(trial.claim()) {}

  Outcome run() const {
    const Span sentence = trial_.passage.masked.sentence(claim_.at);
    const std::string_view said = trial_.passage.slice(sentence);
    const bool kinds = trial_.words.found("kinds", said);
    if (!(kinds || trial_.words.found("closed", said)) || trial_.words.found("open", said)) {
      return {};
    }
    const std::size_t first = first_part();
    const std::size_t parts = trial_.claimed + 1 - first;
    if (parts < (kinds ? kKinds : kListed) || is_listed(trial_.claimed + 1)) return {};
    double sum = 0;
    WrongResult wrong{Operation::Sum, {}, {}, {}};
    for (std::size_t i = first; i <= trial_.claimed; ++i) {
      sum += trial_.value(trial_.quantities[i]).low;
      wrong.terms.push_back(trial_.quantities[i].figure);
    }
    const Quantity* whole = nullptr;
    for (const auto* told : {&trial_.earlier, &trial_.quantities}) {
      for (const Quantity& one : *told) {
        const bool before = told == &trial_.earlier || &one < &trial_.quantities[first];
        if (!before || !is_whole(one)) continue;
        const double all = trial_.value(one).low;
        if (all == sum) return {true, std::nullopt};
        if (all > sum * kNear || all * kNear < sum) continue;
        if (whole != nullptr && trial_.value(*whole).low != all) return {};
        whole = &one;
      }
    }
    if (whole == nullptr) return {};
    wrong.claimed = whole->figure;
    wrong.computed = Extent::exactly(sum);
    return {false, std::move(wrong)};
  }

 private:
  bool is_part(const Quantity& one) const {
    const Value& value = trial_.value(one);
    return one.sentence == claim_.sentence && value.kind == ValueKind::Cardinal && value.single() &&
           value.low >= kLeastPart && value.qualifier == Qualifier::Exact && one.per.empty() &&
           !one.together && !one.result;
  }

  /// Whether the figure is a part of the list, behind another one.
  bool is_listed(std::size_t i) const {
    return i < trial_.quantities.size() && is_part(trial_.quantities[i]) &&
           is_joined(trial_, i - 1, i);
  }

  std::size_t first_part() const {
    std::size_t first = trial_.claimed;
    while (first > 0 && is_listed(first) && is_part(trial_.quantities[first - 1])) --first;
    return first;
  }

  bool is_whole(const Quantity& one) const {
    const Value& value = trial_.value(one);
    return value.kind == ValueKind::Cardinal && value.single() && !one.noun.empty() &&
           one.per.empty() && value.qualifier == Qualifier::Exact;
  }

  const Trial& trial_;
  const Quantity& claim_;
};

}  // namespace

Outcome try_parts_of_told(const Trial& trial) {
  const Value& value = trial.value(trial.claim());
  const bool counts = value.kind == ValueKind::Cardinal && value.single() && value.low >= 1;
  return counts ? PartsTrial(trial).run() : Outcome{};
}

}  // namespace starlint
