#include <algorithm>

#include "metric/trial.h"

namespace starlint {

namespace {

constexpr std::uint32_t kSentences = 3;  // that "these" may look back
constexpr double kNear = 2;              // times; further off, it takes up something else

/// "I ran this for 36 months. After these three years …"
class TakenUpTrial {
 public:
  explicit TakenUpTrial(const Trial& trial) : trial_(trial), claim_(trial.claim()) {}

  Outcome run() const {
    const Extent said = claim_extent(trial_.value(claim_));
    const Quantity* told = nullptr;
    for (std::size_t i = 0; i < trial_.claimed; ++i) {
      const Quantity& one = trial_.quantities[i];
      if (!may_be_meant(one)) continue;
      if (meet(figure_extent(trial_.value(one)), said)) return {true, std::nullopt};
      if (told != nullptr) return {};
      told = &one;
    }
    if (told == nullptr || claim_.sentence == told->sentence) return {};
    const double ratio = trial_.value(*told).low / trial_.value(claim_).low;
    if (ratio > kNear || ratio * kNear < 1) return {};
    const Extent unit = Extent::exactly(written_unit(trial_.typed(claim_), trial_.lexicon));
    return {false, WrongResult{Operation::Product,
                               claim_.figure,
                               {told->figure},
                               figure_extent(trial_.value(*told)) / unit}};
  }

 private:
  /// A stretch of time by itself, not "six months before" nor one that was only planned.
  bool may_be_meant(const Quantity& one) const {
    const Value& value = trial_.value(one);
    const Span sentence = trial_.passage.masked.sentence(one.at);
    return value.kind == ValueKind::Duration && value.single() && one.per.empty() && !one.instant &&
           one.sentence + kSentences >= claim_.sentence &&
           !trial_.words.found("ago", trial_.between(one.at + 1, sentence.end)) &&
           !trial_.words.found("aim", trial_.between(sentence.begin, one.at));
  }

  const Trial& trial_;
  const Quantity& claim_;
};

}  // namespace

Outcome try_taken_up(const Trial& trial) {
  const Value& value = trial.value(trial.claim());
  const bool time = value.kind == ValueKind::Duration && value.single() && value.low > 0;
  return time && trial.claim().taken_up ? TakenUpTrial(trial).run() : Outcome{};
}

}  // namespace starlint
