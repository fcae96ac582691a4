#include <algorithm>

#include "base/strings.h"
#include "metric/share_words.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr std::uint32_t kSentences = 3;  // from one share to the next
constexpr std::size_t kMostShares = 3;
constexpr double kHundred = 100;
constexpr std::size_t kNamed = 3;  // words of "of the shoes"

/// "40 % of the 500 guests answered, half of those …": what the claim behind them is told of.
struct Chain {
  Extent share = Extent::exactly(1);  // all of them multiplied
  std::size_t shares = 0;
  const Quantity* part = nullptr;   // "270 of those", where the claim is its share
  const Quantity* whole = nullptr;  // of which the first is a share
  std::vector<Figure> figures;      // of the shares
};

class ShareOfShare {
 public:
  explicit ShareOfShare(const Trial& trial) : trial_(trial), claim_(trial.claim()) {}

  Outcome run() {
    const Value& said = trial_.value(claim_);
    const bool percent = said.kind == ValueKind::Percent;
    const std::optional<ToldRatio> ratio = percent ? std::nullopt : told_ratio(trial_);
    read_chain(percent || ratio);
    if (chain_.part != nullptr) return share_of_part(ratio);
    const std::optional<Extent> part = share_of_one(said);
    if (part && !percent && chain_.shares > 1) return judge(chain_.share, *part);
    if (ratio || chain_.shares < 2 || (!percent && chain_.whole == nullptr)) return {};
    if (percent && !trial_.words.found("of everything", behind(claim_))) return {};
    const Extent whole =
        percent ? Extent::exactly(kHundred) : figure_extent(trial_.value(*chain_.whole));
    return judge(chain_.share * whole, claim_extent(said));
  }

 private:
  const Quantity& quantity(std::size_t i) const { return trial_.quantities[i]; }

  /// What stands right behind a figure.
  std::string_view behind(const Quantity& one) const {
    const Span sentence = trial_.passage.masked.sentence(one.at);
    return trial_.between(one.at + 1, std::max(one.at + 1, sentence.end));
  }
  bool of_those(const Quantity& one) const {
    return trial_.words.found("of those", behind(one)) || of_named(one);
  }
  /// "Forty percent were shoes, and a quarter of the shoes …"
  bool of_named(const Quantity& one) const {
    const std::vector<std::string> words = folded_words(behind(one));
    if (words.size() < kNamed || !trial_.words.found("of these", cat(words[0], " ", words[1]))) {
      return false;
    }
    const Span sentence = trial_.passage.masked.sentence(one.at);
    return holds_word(folded_words(trial_.between(sentence.begin, one.at)), words[2]);
  }

  bool counts(const Quantity& one) const {
    const Value& value = trial_.value(one);
    return value.kind == ValueKind::Cardinal && value.single() && value.low > 1;
  }

  /// Backwards from the claim: the share of those, the share that they are, and its whole.
  void read_chain(bool is_share) {
    std::uint32_t last = claim_.sentence;
    bool open = true;  // what is read next may be what the one behind it is a share of
    for (std::size_t i = trial_.claimed; open && i > 0; --i) {
      const Quantity& one = quantity(i - 1);
      if (one.sentence + kSentences < last) return;
      const std::optional<Extent> share = share_of_one(trial_.value(one));
      const bool first = chain_.shares == 0 && chain_.part == nullptr;
      if (share) {
        if (chain_.shares == kMostShares) return;
        chain_.share = chain_.share * *share;
        ++chain_.shares;
        chain_.figures.push_back(one.figure);
        open = of_those(one);
        last = one.sentence;
        if (!open) chain_.whole = whole_of(i - 1);
      } else if (first && is_share && counts(one) && of_those(one)) {
        chain_.part = &one;
        last = one.sentence;
      } else if (first && counts(one)) {
        return;
      }
    }
  }

  /// "40 % of the 500", "of our 500 guests 40 %".
  const Quantity* whole_of(std::size_t share) const {
    for (const std::size_t i : {share + 1, share - 1}) {
      if (i >= trial_.claimed) continue;
      const Quantity& one = quantity(i);
      if (counts(one) && one.of_whole && one.sentence == quantity(share).sentence) return &one;
    }
    return nullptr;
  }

  /// "30 % of the 1,200 wrote back. 270 of those were for it, so nine out of ten."
  Outcome share_of_part(const std::optional<ToldRatio>& ratio) const {
    if (chain_.shares == 0 || chain_.whole == nullptr) return {};
    const Extent all = chain_.share * figure_extent(trial_.value(*chain_.whole));
    const Extent computed =
        figure_extent(trial_.value(*chain_.part)) / all * Extent::exactly(kHundred);
    const Extent said =
        ratio ? extent_of(*ratio) * Extent::exactly(kHundred) : claim_extent(trial_.value(claim_));
    Outcome outcome = judge(computed, said);
    if (outcome.wrong && ratio) tell_in_words(trial_, *ratio, *outcome.wrong);
    return outcome;
  }

  Outcome judge(Extent computed, Extent said) const {
    if (meet(computed, said)) return {true, std::nullopt};
    WrongResult wrong{Operation::Share, claim_.figure, {}, computed};
    if (chain_.part != nullptr) wrong.terms.push_back(chain_.part->figure);
    wrong.terms.insert(wrong.terms.end(), chain_.figures.begin(), chain_.figures.end());
    if (chain_.whole != nullptr) wrong.terms.push_back(chain_.whole->figure);
    return {false, std::move(wrong), true};
  }

  const Trial& trial_;
  const Quantity& claim_;
  Chain chain_;
};

}  // namespace

Outcome try_share_of_share(const Trial& trial) {
  const Value& value = trial.value(trial.claim());
  const bool shares = value.kind == ValueKind::Percent || value.kind == ValueKind::Cardinal;
  const bool told = trial.claim().result || trial.claim().apposed;
  return shares && value.single() && told ? ShareOfShare(trial).run() : Outcome{};
}

}  // namespace starlint
