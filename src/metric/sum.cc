#include <algorithm>
#include <cmath>

#include "metric/addends.h"
#include "metric/comparable.h"
#include "metric/list.h"
#include "metric/trial.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr double kLimit = 1.5;  // further off, they were not meant to add up
constexpr double kRestLimit = 3;

class SumTrial {
 public:
  explicit SumTrial(const Trial& trial)
      : trial_(trial), claim_(trial.claim()), parts_(addends_of(trial)) {}

  Outcome run() {
    const bool total = claim_.together || claim_.makes || takes_up();
    Outcome outcome;
    if (claim_.rest) put_whole_first();
    if (claim_.rest || claim_.makes) outcome = rest();
    if (!outcome.ties && total) {
      Outcome sum = add_up();
      if (sum.ties || !outcome.wrong || grows()) outcome = std::move(sum);
    }
    if (!outcome.ties && !outcome.wrong && !total && !claim_.rest) outcome = closed_list();
    return outcome;
  }

 private:
  /// A whole that is told behind its parts goes before them.
  void put_whole_first() {
    const auto whole = std::find_if(parts_.begin(), parts_.end(), [&](const Addend& part) {
      const Quantity& one = trial_.quantities[part.index];
      return one.of_whole && one.sentence == claim_.sentence;
    });
    if (whole != parts_.end()) std::rotate(parts_.begin(), whole, whole + 1);
  }

  /// Of what stands before the colon of a list only the whole belongs to it.
  void cut_opening(Span sentence) {
    const std::string_view said = trial_.between(sentence.begin, claim_.at);
    const std::size_t colon = said.rfind(':');
    if (colon == said.npos || parts_.empty()) return;
    const std::uint32_t at = sentence.begin + static_cast<std::uint32_t>(colon);
    const auto listed = std::find_if(parts_.begin() + 1, parts_.end(), [&](const Addend& part) {
      return trial_.quantities[part.index].at > at;
    });
    const auto count = static_cast<double>(parts_.end() - listed) + 1;
    if (count < kListed) return;
    parts_.erase(parts_.begin() + 1, listed);
    announced_ =
        std::any_of(trial_.quantities.begin(), trial_.quantities.end(), [&](const Quantity& one) {
          return sentence.begin <= one.at && one.at < at && trial_.value(one).single() &&
                 trial_.value(one).low == count;
        });
  }

  /// "Nine guests from Oslo, six from Bergen and four from Tromso. Twenty guests then": the
  /// sentence begins with what the one before it lists.
  bool takes_up() const {
    return claim_.opens && !claim_.noun.empty() && parts_.size() >= kListed && names_meet() &&
           grows();
  }

  /// Whether one of the parts has the name of what is claimed.
  bool names_meet() const {
    return claim_.noun.empty() ||
           std::any_of(parts_.begin(), parts_.end(), [&](const Addend& part) {
             return same_word(trial_.quantities[part.index].noun, claim_.noun);
           });
  }

  Extent said() const {
    const Value& value = trial_.value(claim_);
    const bool exact = value.kind == ValueKind::Cardinal && value.qualifier == Qualifier::Exact;
    return exact ? Extent::exactly(value.low) : figure_extent(value);
  }
  double figure() const { return nominal(trial_.value(claim_)); }

  /// Whether the claim is larger than each of the others, as a total is.
  bool grows() const {
    return std::all_of(parts_.begin(), parts_.end(),
                       [&](const Addend& part) { return part.figure < figure(); });
  }

  /// Some of the figures make it: which ones does not matter.
  bool some_make(Extent wanted, std::size_t from) const {
    const std::size_t count = parts_.size() - from;
    for (std::uint32_t mask = 1; mask < (1U << count); ++mask) {
      Extent sum;
      for (std::size_t i = 0; i < count; ++i) {
        if ((mask >> i & 1U) != 0 && !parts_[from + i].fraction)
          sum = sum + parts_[from + i].extent;
      }
      if (meet(sum, wanted)) return true;
    }
    return false;
  }

  Outcome wrong(Operation operation, std::size_t from, Extent computed, double limit) const {
    const double middle = (computed.low + computed.high) / 2;
    if (middle <= 0 || figure() > middle * limit || figure() * limit < middle) return {};
    WrongResult result{operation, claim_.figure, {}, computed};
    for (std::size_t i = from; i < parts_.size(); ++i) {
      result.terms.push_back(trial_.quantities[parts_[i].index].figure);
    }
    const double unit = trial_.value(claim_).kind == ValueKind::Quantity
                            ? 1
                            : written_unit(trial_.typed(claim_), trial_.lexicon);
    result.computed = result.computed / Extent::exactly(unit);
    return {false, std::move(result)};
  }

  /// "35 in the morning, 42 in the afternoon, which makes 87": all figures of one sentence.
  Outcome add_up() const {
    if (parts_.size() < 2) return {};
    if (some_make(said(), 0)) return {true, std::nullopt};
    const std::uint32_t sentence = trial_.quantities[parts_.back().index].sentence;
    std::size_t from = parts_.size();
    while (from > 0 && trial_.quantities[parts_[from - 1].index].sentence == sentence) --from;
    if (parts_.size() - from < 2 || !is_list(from, parts_.size())) return {};
    Extent sum;
    for (std::size_t i = from; i < parts_.size(); ++i) {
      if (parts_[i].fraction) return {};
      sum = sum + parts_[i].extent;
    }
    Outcome outcome = wrong(Operation::Sum, from, sum, kLimit);
    outcome.sure = claim_.together && outcome.wrong && counts_all(from);
    return outcome;
  }

  /// "A dozen with letters, nine with maps and eight with photographs": of nothing else is told.
  bool counts_all(std::size_t from) const {
    const std::size_t count = parts_.size() - from;
    const bool exact = std::all_of(
        parts_.begin() + static_cast<std::ptrdiff_t>(from), parts_.end(), [&](const Addend& part) {
          const Value& value = trial_.value(trial_.quantities[part.index]);
          return value.kind == ValueKind::Cardinal && value.qualifier == Qualifier::Exact;
        });
    return exact && count >= kListed && parts_[from].index + count == trial_.claimed;
  }

  /// Between each two figures of a list stands a comma, a semicolon, "and" or "plus".
  bool is_list(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i + 1 < to; ++i) {
      if (!is_joined(trial_, parts_[i].index, parts_[i + 1].index)) return false;
    }
    return true;
  }

  /// "240 open cases, closed 175, left with 85": the first less all behind it.
  Outcome rest() const {
    if (parts_.size() < 2 || !(claim_.rest || names_meet())) return {};
    for (std::size_t from = 0; from + 1 < parts_.size(); ++from) {
      const Extent left = remaining(from);
      if (meet(left, said()) || meet(Extent::exactly(0) - left, said())) return {true, {}};
    }
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      for (std::size_t j = i + 1; j < parts_.size(); ++j) {
        const Extent left = parts_[i].extent - parts_[j].extent;
        if (meet(left, said()) || meet(Extent::exactly(0) - left, said())) return {true, {}};
      }
    }
    const auto whole =
        std::max_element(parts_.begin(), parts_.end(),
                         [](const Addend& a, const Addend& b) { return a.figure < b.figure; });
    const auto from = static_cast<std::size_t>(whole - parts_.begin());
    const bool two = parts_.size() == 2;
    if (!(claim_.rest || claim_.differs) || !one_kind() || leaves_of_told()) return {};
    if (!two && (from != 0 || !claim_.rest)) return {};
    // "All 230 arrived, the other 180 …": no whole comes first.
    if (from != 0 && !claim_.result && !claim_.differs) return {};
    const Extent left = two ? parts_[from].extent - parts_[1 - from].extent : remaining(from);
    if (two && parts_[1 - from].fraction) return {};
    if (left.low <= 0 || figure() >= whole->figure) return {};
    return wrong(Operation::Rest, 0, left, kRestLimit);
  }

  /// "I sorted the 410. … 230 went that day, the other 180 …": the whole was told before.
  bool leaves_of_told() const {
    return std::any_of(trial_.earlier.begin(), trial_.earlier.end(), [&](const Quantity& whole) {
      const Extent all = figure_extent(trial_.value(whole));
      return std::any_of(parts_.begin(), parts_.end(),
                         [&](const Addend& part) { return meet(all - part.extent, said()); });
    });
  }

  /// "Half of the rest"
  bool of_rest(const Addend& part) const {
    const std::uint32_t at = trial_.quantities[part.index].at;
    const Span sentence = trial_.passage.masked.sentence(at);
    return trial_.words.found("of rest", trial_.between(at + 1, sentence.end));
  }

  /// Whether no two of the parts count things of different names.
  bool one_kind() const {
    std::string_view name;
    return std::all_of(parts_.begin(), parts_.end(), [&](const Addend& part) {
      const std::string& noun = trial_.quantities[part.index].noun;
      const bool same = noun.empty() || name.empty() || same_word(noun, name);
      if (!noun.empty()) name = noun;
      return same;
    });
  }

  Extent remaining(std::size_t from) const {
    Extent left = parts_[from].extent;
    for (std::size_t i = from + 1; i < parts_.size(); ++i) {
      const Extent& whole = of_rest(parts_[i]) ? left : parts_[from].extent;
      left = left - (parts_[i].fraction ? whole * parts_[i].extent : parts_[i].extent);
    }
    return left;
  }

  /// "Of the 64 letters 31 were about noise, 20 about parking and 23 about the lift": the last part
  /// of a list that is more than its whole, or less where nothing else is left.
  Outcome closed_list() {
    const Span sentence = trial_.passage.masked.sentence(claim_.at);
    cut_opening(sentence);
    if (parts_.size() < kListed || parts_.front().fraction || claim_.result) return {};
    const Quantity& whole = trial_.quantities[parts_.front().index];
    const std::string_view said_here = trial_.passage.slice(sentence);
    const std::string_view last =
        trial_.between(trial_.quantities[parts_.back().index].at + 1, claim_.at);
    if (trial_.value(claim_).kind == ValueKind::Cardinal && !claim_.noun.empty()) return {};
    const bool closed = announced_ || trial_.words.found("closed", said_here);
    const bool joined =
        trial_.words.found("joined", last) || (closed && last.find(',') != last.npos);
    if (!joined || is_open_list(trial_)) return {};
    const bool apart = whole.sentence != claim_.sentence;
    // "1,900 trees stand. … of the trees 1,700 bore fruit": a part by itself.
    if (apart && !whole.noun.empty() && holds_word(folded_words(last), whole.noun)) return {};
    const std::string_view opening =
        trial_.between(whole.at + 1, trial_.quantities[parts_[1].index].at);
    const bool listed = !apart && opening.find(':') != opening.npos;
    for (std::size_t i = 1; i < parts_.size(); ++i) {
      const Quantity& part = trial_.quantities[parts_[i].index];
      const bool named = !part.noun.empty() && !(i == 1 && !apart);
      if (part.sentence != claim_.sentence || named) return {};
      if (parts_[i].fraction && !closed) return {};
    }
    if (!whole.of_whole && !apart && !listed) return {};
    const bool things = trial_.value(claim_).kind == ValueKind::Cardinal;
    if (apart && whole.noun.empty() && things) return {};
    const Extent left = remaining(0);
    if (meet(left, said())) return {true, {}};
    const bool over = left.high < said().low;
    if (!over && !closed) return {};
    const double sum = parts_.front().figure - (left.low + left.high) / 2 + figure();
    if (sum > parts_.front().figure * kListLimit || sum * kListLimit < parts_.front().figure) {
      return {};
    }
    return wrong(Operation::Rest, 0, left, kRestLimit);
  }

  static constexpr std::size_t kListed = 3;   // a whole and two parts before the last one
  static constexpr double kListLimit = 1.35;  // further off, the parts overlap

  const Trial& trial_;
  const Quantity& claim_;
  std::vector<Addend> parts_;
  bool announced_ = false;  // before the colon of their list it is told how many parts there are
};

}  // namespace

Outcome try_sum(const Trial& trial) {
  const Value& value = trial.value(trial.claim());
  const ValueKind kind = value.kind;
  const bool adds = kind == ValueKind::Cardinal || kind == ValueKind::Money ||
                    kind == ValueKind::Duration || kind == ValueKind::Quantity;
  const bool ratio = value.unit == kFoldUnit || value.unit == kPointUnit;
  if (!adds || !value.single() || value.low < 1 || ratio) return {};
  // "Three times the wood"
  const std::uint32_t at = trial.claim().at;
  const std::uint32_t end = trial.passage.masked.sentence(at).end;
  if (trial.words.found("repeats", trial.between(at + 1, end))) return {};
  return SumTrial(trial).run();
}

}  // namespace starlint
