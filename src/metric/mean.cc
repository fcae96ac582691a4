#include <algorithm>
#include <optional>

#include "metric/list.h"
#include "metric/trial.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr std::uint32_t kSentences = 4;  // that an average may look back
constexpr std::size_t kLeast = 3;        // figures that make a list
constexpr std::uint32_t kGap = 32;       // bytes from one of them to the next
constexpr double kCoarse = 0.04;         // of an average that its rounding may take away or add
constexpr double kFine = 0.02;           // the same of one that is told finely
constexpr std::uint32_t kWord = 12;      // bytes: "average of "
constexpr double kRounded = 0.5;         // "6" may be 6.4

class MeanTrial {
 public:
  explicit MeanTrial(const Trial& trial) : trial_(trial), claim_(trial.claim()) {}

  /// "4, 5 and 9 complaints … eight per shop on average": the nearest list before the claim.
  Outcome run() const {
    if (const std::optional<std::size_t> range = range_before()) return outside(*range);
    for (std::size_t end = trial_.claimed; end >= kLeast; --end) {
      // "15 on average. The year before, the average had been 6": of another list.
      if (end < trial_.claimed && trial_.quantities[end].average) return {};
      std::size_t first = end;
      while (first > 0 && listed(first - 1) && (first == end || is_next(first - 1))) {
        --first;
      }
      if (end - first >= kLeast) return judge(first, end);
    }
    return {};
  }

 private:
  const Value& value(std::size_t i) const { return trial_.value(trial_.quantities[i]); }

  /// "Between 8 and 15 minutes on each day. The average was …": of the same days.
  std::optional<std::size_t> range_before() const {
    const auto dated = [&](std::uint32_t at) {
      const Span sentence = trial_.passage.masked.sentence(at);
      const auto& tokens = trial_.passage.masked.tokens();
      return std::any_of(tokens.begin(), tokens.end(), [&](const auto& token) {
        const ValueKind kind = trial_.passage.values[token.second].value.kind;
        return sentence.contains(token.first) &&
               (kind == ValueKind::Date || kind == ValueKind::Interval);
      });
    };
    const std::string_view said = trial_.passage.slice(trial_.passage.masked.sentence(claim_.at));
    for (std::size_t i = trial_.claimed; i > 0; --i) {
      const Quantity& one = trial_.quantities[i - 1];
      const Value& told = value(i - 1);
      if (one.sentence + 1 < claim_.sentence) break;
      if (told.single() || told.open_low || told.open_high) continue;
      if (!same_unit(told, trial_.value(claim_))) continue;
      const bool other = one.sentence != claim_.sentence &&
                         (dated(claim_.at) || trial_.words.found("from then on", said));
      const Span sentence = trial_.passage.masked.sentence(one.at);
      const bool aim = trial_.words.found("aim", trial_.between(sentence.begin, one.at));
      return other || aim ? std::nullopt : std::optional(i - 1);
    }
    return std::nullopt;
  }

  /// No average lies outside of what it is made of.
  Outcome outside(std::size_t range) const {
    const Extent all{value(range).low, value(range).high};
    if (meet(all, claim_extent(trial_.value(claim_)))) return {};
    const Extent unit = Extent::exactly(written_unit(trial_.typed(claim_), trial_.lexicon));
    return {
        false,
        WrongResult{Operation::Mean, claim_.figure, {trial_.quantities[range].figure}, all / unit}};
  }

  /// A number in the unit of the claim, or one that borrows it.
  bool listed(std::size_t i) const {
    const Quantity& one = trial_.quantities[i];
    if (one.sentence + kSentences < claim_.sentence || !value(i).single() || one.average) {
      return false;
    }
    const bool bare = value(i).kind == ValueKind::Cardinal && one.noun.empty();
    const bool named = one.noun.empty() || claim_.noun.empty() || same_word(one.noun, claim_.noun);
    return bare || (same_unit(value(i), trial_.value(claim_)) && named);
  }

  /// In a list of figures hardly a word stands between two of them.
  bool is_next(std::size_t i) const {
    const std::uint32_t gap = trial_.quantities[i + 1].at - trial_.quantities[i].at;
    return gap <= kGap && is_joined(trial_, i, i + 1);
  }

  /// "20, 30 and 40 minutes": the bare ones are minutes, too.
  Extent extent_of(std::size_t i) const {
    const Value& said = trial_.value(claim_);
    const bool borrows = value(i).kind == ValueKind::Cardinal && said.kind == ValueKind::Duration;
    const double unit = borrows ? written_unit(trial_.typed(claim_), trial_.lexicon) : 1;
    return figure_extent(value(i)) * Extent::exactly(unit);
  }

  /// "76, 80 and 90": those that end in a nought are told as finely as the others.
  Extent fine_extent(std::size_t i, std::size_t first, std::size_t end) const {
    double finest = value(i).resolution;
    for (std::size_t j = first; j < end; ++j) {
      if (same_unit(value(j), value(i))) finest = std::min(finest, value(j).resolution);
    }
    const Extent all = extent_of(i);
    if (value(i).qualifier != Qualifier::Exact || value(i).resolution <= finest) return all;
    const double middle = (all.low + all.high) / 2;
    const double room = (all.high - all.low) / 2 * finest / value(i).resolution;
    return {middle - room, middle + room};
  }

  Outcome judge(std::size_t first, std::size_t end) const {
    WrongResult wrong{Operation::Mean, claim_.figure, {}, {}};
    Extent sum;
    for (std::size_t i = first; i < end; ++i) {
      sum = sum + fine_extent(i, first, end);
      wrong.terms.push_back(trial_.quantities[i].figure);
    }
    if (are_parts(first, sum)) return {};
    const Extent mean = sum / Extent::exactly(static_cast<double>(end - first));
    if (meet(mean, said())) return {true, std::nullopt};
    const double unit = written_unit(trial_.typed(claim_), trial_.lexicon);
    wrong.computed = mean / Extent::exactly(unit);
    return {false, std::move(wrong)};
  }

  /// "Where the nine days went: 1 in the post, 5 on trucks and 3 at the door": of one, not several.
  bool are_parts(std::size_t first, Extent sum) const {
    for (std::size_t i = 0; i < first; ++i) {
      const bool before = trial_.quantities[i].sentence == trial_.quantities[first].sentence;
      if (before && meet(extent_of(i), sum)) return true;
    }
    return false;
  }

  /// The average of what is counted is rounded, and no more.
  Extent said() const {
    const Value& value = trial_.value(claim_);
    // "An average of 86" is no hedge.
    const std::uint32_t near = claim_.at - std::min(claim_.at, kWord);
    const bool hedged = value.qualifier != Qualifier::Exact &&
                        !trial_.words.found("mean", trial_.between(near, claim_.at));
    if (value.kind != ValueKind::Cardinal || hedged) return claim_extent(value);
    const double room = std::max(std::min(value.resolution / 2, value.low * kCoarse),
                                 std::max(kRounded, value.low * kFine));
    return {value.low - room, value.low + room};
  }

  const Trial& trial_;
  const Quantity& claim_;
};

}  // namespace

Outcome try_mean(const Trial& trial) {
  const Value& value = trial.value(trial.claim());
  const Span sentence = trial.passage.masked.sentence(trial.claim().at);
  const bool named = trial.words.found("mean", trial.passage.slice(sentence));
  const bool figure = value.single() && value.low > 1;
  // "30 minutes on average, and ten of those …"
  const Quantity* last = trial.claimed == 0 ? nullptr : &trial.quantities[trial.claimed - 1];
  const bool other = last != nullptr && last->average && last->sentence == trial.claim().sentence;
  return trial.claim().average && named && figure && !other ? MeanTrial(trial).run() : Outcome{};
}

}  // namespace starlint
