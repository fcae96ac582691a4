#include <algorithm>

#include "metric/list.h"
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
    if (is_open_list(trial_)) return {};
    const std::size_t first = first_part();
    const auto parts = static_cast<std::size_t>(
        std::count_if(trial_.quantities.begin() + static_cast<std::ptrdiff_t>(first),
                      trial_.quantities.begin() + static_cast<std::ptrdiff_t>(trial_.claimed) + 1,
                      [&](const Quantity& one) { return is_part(one); }));
    const bool kinds = trial_.words.found("kinds", said);
    if (!kinds && !is_closed(sentence) && !is_announced(sentence, first, parts)) return {};
    if (parts < (kinds ? kKinds : kListed) || is_listed(trial_.claimed + 1)) return {};
    double sum = 0;
    WrongResult wrong{Operation::Sum, {}, {}, {}};
    for (std::size_t i = first; i <= trial_.claimed; ++i) {
      if (!is_part(trial_.quantities[i])) continue;
      sum += trial_.value(trial_.quantities[i]).low;
      wrong.terms.push_back(trial_.quantities[i].figure);
    }
    const Quantity* whole = nullptr;
    const bool money = trial_.value(claim_).kind == ValueKind::Money;
    for (const auto* told : {money ? &trial_.money : &trial_.earlier, &trial_.quantities}) {
      for (const Quantity& one : *told) {
        const bool before = told != &trial_.quantities || &one < &trial_.quantities[first];
        if (!before || !is_whole(one)) continue;
        const double all = trial_.value(one).low;
        if (all == sum) return {true, std::nullopt};
        if (all > sum * kNear || all * kNear < sum || is_only_wanted(one)) continue;
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
    // "40, 32 and 24, then ran them in 4 batches"
    if (!claim_.noun.empty() && one.noun.empty()) return false;
    return one.sentence == claim_.sentence && same_unit(value, trial_.value(claim_)) &&
           value.single() && value.low >= kLeastPart && value.qualifier == Qualifier::Exact &&
           one.per.empty() && !one.together && !one.result;
  }

  /// The words say so, there or right behind: "… three with the patrols. Nobody was left over."
  bool is_closed(Span sentence) const {
    const auto size = static_cast<std::uint32_t>(trial_.passage.masked.text().size());
    const Span next = sentence.end < size ? trial_.passage.masked.sentence(sentence.end) : Span{};
    const auto closed = [&](Span span) {
      return trial_.words.found("closed", trial_.passage.slice(span));
    };
    return closed(sentence) || closed(next);
  }

  /// "The grant went on three things: …"
  bool is_announced(Span sentence, std::size_t first, std::size_t parts) const {
    const std::uint32_t list = trial_.quantities[first].at;
    const std::size_t colon = trial_.between(sentence.begin, list).rfind(':');
    if (colon == std::string_view::npos) return false;
    return std::any_of(trial_.quantities.begin(), trial_.quantities.end(),
                       [&](const Quantity& one) {
                         const Value& value = trial_.value(one);
                         return sentence.begin <= one.at && one.at < sentence.begin + colon &&
                                value.single() && value.low == static_cast<double>(parts);
                       });
  }

  bool is_only_wanted(const Quantity& one) const {
    const Passage& told = trial_.metrics.passages[one.figure.passage];
    const std::uint32_t at = told.masked.offset_of(one.figure.value);
    return trial_.words.found("aim", told.slice({told.masked.sentence(at).begin, at}));
  }

  /// Whether the figure is a part of the list, behind another one.
  bool is_listed(std::size_t i) const {
    return i < trial_.quantities.size() && is_part(trial_.quantities[i]) &&
           is_joined(trial_, i - 1, i);
  }

  /// A count in a list of money.
  bool is_within_part(std::size_t i) const {
    const Quantity& one = trial_.quantities[i];
    return one.sentence == claim_.sentence && !one.noun.empty() &&
           trial_.value(claim_).kind == ValueKind::Money &&
           trial_.value(one).kind == ValueKind::Cardinal;
  }

  std::size_t first_part() const {
    std::size_t first = trial_.claimed;
    for (std::size_t i = first; i > 0 && is_listed(first); first = i) {
      // "32,000 for two workers, 18,500 for the van": what a part is for counts for nothing.
      do {
        --i;
      } while (i > 0 && is_within_part(i));
      if (!is_part(trial_.quantities[i])) break;
    }
    // "In three blocks, 25, 20 and 25": it counts the parts.
    const double told = trial_.value(trial_.quantities[first]).low;
    return told == static_cast<double>(trial_.claimed - first) ? first + 1 : first;
  }

  bool is_whole(const Quantity& one) const {
    const Value& value = trial_.value(one);
    const bool counts = value.kind == ValueKind::Cardinal && !one.noun.empty();
    const bool money = value.kind == ValueKind::Money && same_unit(value, trial_.value(claim_));
    const bool cardinal = trial_.value(claim_).kind == ValueKind::Cardinal;
    return (cardinal ? counts : money) && value.single() && one.per.empty() &&
           value.qualifier == Qualifier::Exact;
  }

  const Trial& trial_;
  const Quantity& claim_;
};

}  // namespace

Outcome try_parts_of_told(const Trial& trial) {
  const Value& value = trial.value(trial.claim());
  const bool counts = value.kind == ValueKind::Cardinal || value.kind == ValueKind::Money;
  return counts && value.single() && value.low >= 1 ? PartsTrial(trial).run() : Outcome{};
}

}  // namespace starlint
