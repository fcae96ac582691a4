#include <algorithm>

#include "metric/share_words.h"
#include "metric/trial.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr std::uint32_t kSentences = 2;  // that a share may look back
constexpr double kMostOf = 50;           // times: so small a part has another whole
constexpr std::size_t kShareWords = 6;   // from a share to the part that it makes

class ShareTrial {
 public:
  explicit ShareTrial(const Trial& trial)
      : trial_(trial), claim_(trial.claim()), said_(claim_extent(trial_.value(claim_))) {}

  /// "50 of the 200 answered, 25 percent of them": right behind the part and its whole.
  bool apposed() const {
    if (trial_.claimed < 2 || !quantity(trial_.claimed - 1).of_whole) return false;
    const std::string_view before = trial_.between(quantity(trial_.claimed - 1).at, claim_.at);
    const bool near = quantity(trial_.claimed - 2).sentence == claim_.sentence;
    return near && (claim_.apposed || before.ends_with('(')) && ends_at(trial_, claim_.at + 1);
  }

  /// "That is one in four", "a quarter of them".
  Outcome in_words() {
    const std::optional<ToldRatio> ratio = told_ratio(trial_);
    if (!ratio) return {};
    in_words_ = true;
    said_ = extent_of(*ratio) * Extent::exactly(kHundred);
    Outcome outcome = percent();
    if (outcome.wrong) tell_in_words(trial_, *ratio, *outcome.wrong);
    return outcome;
  }

  Outcome percent() const {
    if (is_change() || comes_on_top()) return {};
    std::vector<std::size_t> terms;
    for (std::size_t i = 0; i < trial_.claimed; ++i) {
      const Quantity& one = trial_.quantities[i];
      const std::uint32_t back = claim_.result ? kSentences : leans() ? 1 : 0;
      if (one.sentence + back >= claim_.sentence && counts(one)) terms.push_back(i);
    }
    std::vector<std::pair<std::size_t, std::size_t>> told;  // a part and its whole
    for (std::size_t i = 0; i < terms.size(); ++i) {
      for (std::size_t j = i + 1; j < terms.size(); ++j) {
        if (!comparable(quantity(terms[i]), quantity(terms[j]))) continue;
        if (figure(terms[i]) == figure(terms[j])) continue;
        const bool ordered = figure(terms[i]) <= figure(terms[j]);
        const auto [part, whole] =
            ordered ? std::pair{terms[i], terms[j]} : std::pair{terms[j], terms[i]};
        if (ties(extent(part), extent(whole)) || ties_difference(part, whole)) {
          return {true, std::nullopt};
        }
        // A figure of its own sentence is what the claim is about.
        if (quantity(terms[j]).sentence == claim_.sentence || !counts_itself()) {
          told.emplace_back(part, whole);
        }
      }
    }
    // One pair, or one that is told as such: "18 of the 40".
    std::erase_if(
        told, [&](const auto& pair) { return told.size() > 1 && !quantity(pair.second).of_whole; });
    if (in_words_ && !says_so()) {
      std::erase_if(told, [&](const auto& pair) {
        const auto [first, last] = std::minmax(pair.first, pair.second);
        return !quantity(pair.second).of_whole && quantity(first).sentence != claim_.sentence;
      });
    }
    if (terms.size() == 1 && (!in_words_ || is_of_told(quantity(terms.front())))) {
      return of_told(quantity(terms.front()));
    }
    if (told.size() != 1) return {};
    const auto [part, whole] = told.front();
    return wrong({part, whole}, extent(part) / extent(whole) * Extent::exactly(kHundred));
  }

  /// "Two thirds of the drivers, twenty-five people": how many drivers there are was told before.
  Outcome part_of_told() const {
    if (trial_.claimed == 0) return {};
    const Quantity& share = quantity(trial_.claimed - 1);
    const std::optional<Extent> of_one = share_of_one(trial_.value(share));
    if (!of_one || share.sentence != claim_.sentence) return {};
    const std::string noun = whole_noun(share);
    if (noun.empty()) return {};
    const Extent said = claim_extent(trial_.value(claim_));
    const Quantity* whole = nullptr;
    for (const auto* told : {&trial_.earlier, &trial_.quantities}) {
      for (const Quantity& one : *told) {
        if (&one == &claim_ || !same_word(one.noun, noun)) continue;
        const Extent all = figure_extent(trial_.value(one));
        if (meet(*of_one * all, said)) return {true, std::nullopt};
        const bool other = whole != nullptr && trial_.value(*whole).low != trial_.value(one).low;
        if (other || said.low > all.high) return {};
        whole = &one;
      }
    }
    if (whole == nullptr) return {};
    const Extent computed = *of_one * figure_extent(trial_.value(*whole));
    WrongResult result{Operation::Share, claim_.figure, {share.figure, whole->figure}, computed};
    return {false, std::move(result)};
  }

  /// "We stood at 3 % of the same 40,000, which is 1,200": whatever the order of the words.
  bool is_share_of_some() const {
    const Extent said = figure_extent(trial_.value(claim_));
    const auto& all = trial_.quantities;
    return std::any_of(all.begin(), all.end(), [&](const Quantity& share) {
      const Value& told = trial_.value(share);
      if (told.kind != ValueKind::Percent || share.sentence != claim_.sentence) return false;
      const Extent of_one = figure_extent(told) / Extent::exactly(kHundred);
      return std::any_of(all.begin(), all.end(), [&](const Quantity& whole) {
        const Value& value = trial_.value(whole);
        return &whole != &claim_ && value.single() && value.kind == trial_.value(claim_).kind &&
               meet(of_one * figure_extent(value), said);
      });
    });
  }

  /// "I wrote 400 letters. Thirty percent of them were answered, that gave me …"
  Outcome part_of_them() const {
    if (trial_.claimed < 2 || !claim_.makes) return {};
    const Quantity& share = quantity(trial_.claimed - 1);
    const Quantity& whole = quantity(trial_.claimed - 2);
    const std::optional<Extent> of_one = share_of_one(trial_.value(share));
    const bool next = share.sentence + 1 >= claim_.sentence &&
                      whole.sentence + 1 >= share.sentence && !whole.noun.empty();
    if (!of_one || !of_those(share) || !next || !counts(whole)) return {};
    const Extent all = figure_extent(trial_.value(whole));
    const Extent said = claim_extent(trial_.value(claim_));
    if (meet(*of_one * all, said)) return {true, std::nullopt};
    return said.low > all.high ? Outcome{}
                               : wrong({trial_.claimed - 1, trial_.claimed - 2}, *of_one * all);
  }

  Outcome part() const {
    // "Half of the 44 ate nothing, 9 of them …": another part.
    if (trial_.claimed < 2 || of_those(claim_)) return {};
    const Quantity& whole = quantity(trial_.claimed - 1);
    const Quantity& share = quantity(trial_.claimed - 2);
    const std::optional<Extent> told = share_of_one(trial_.value(share));
    if (!told) return {};
    if (!whole.of_whole || whole.sentence != share.sentence || !comparable(whole, claim_))
      return {};
    const Extent of_one = *told;
    const Extent rest = Extent::exactly(1) - of_one;
    const Extent all = figure_extent(trial_.value(whole));
    const Extent said = claim_extent(trial_.value(claim_));
    if (meet(of_one * all, said) || meet(rest * all, said)) return {true, std::nullopt};
    if (said.low > all.high) return {};
    return wrong({trial_.claimed - 2, trial_.claimed - 1}, of_one * all);
  }

 private:
  /// "36 passed, so two thirds got through": of all that were told of.
  bool says_so() const {
    const Span sentence = trial_.passage.masked.sentence(claim_.at);
    return trial_.words.found("so", trial_.between(sentence.begin, claim_.at));
  }

  /// "drivers" of "two thirds of the drivers", where the claim stands right behind them.
  std::string whole_noun(const Quantity& share) const {
    const std::string_view between = trial_.between(share.at + 1, claim_.at);
    const std::vector<std::string> words = folded_words(between);
    if (words.size() < 2 || words.size() > kShareWords) return {};
    if (!trial_.words.found("whole", std::string_view(between).substr(0, between.find(' ', 1))))
      return {};
    const auto noun = std::find_if(words.begin(), words.end(), [&](const std::string& word) {
      return trial_.words.plural(word);
    });
    return noun == words.end() ? std::string() : *noun;
  }

  const Quantity& quantity(std::size_t i) const { return trial_.quantities[i]; }
  double figure(std::size_t i) const { return nominal(trial_.value(quantity(i))); }
  Extent extent(std::size_t i) const { return figure_extent(trial_.value(quantity(i))); }

  /// Claimed changes are held against movements elsewhere.
  bool is_change() const {
    return std::any_of(trial_.metrics.changes.begin(), trial_.metrics.changes.end(),
                       [&](const SaidChange& change) {
                         return change.figure.passage == claim_.figure.passage &&
                                change.figure.value == claim_.figure.value;
                       });
  }

  /// "That was a further 30 %"
  bool comes_on_top() const {
    const Span sentence = trial_.passage.masked.sentence(claim_.at);
    return trial_.words.found("further", trial_.between(sentence.begin, claim_.at));
  }

  bool counts(const Quantity& one) const {
    const Value& value = trial_.value(one);
    // "36 % now send one": no count.
    if (value.low == 1 && one.noun.empty()) return false;
    const bool kind = value.kind == ValueKind::Cardinal || value.kind == ValueKind::Money ||
                      value.kind == ValueKind::Quantity;
    return kind && value.single() && value.low >= 1 && (one.per.empty() || one.of_whole);
  }

  /// "50 failed, so the failure rate was 10 percent": how many there were was told before. Nothing
  /// where the story counts more than one thing that it may be a part of.
  Outcome of_told(const Quantity& part) const {
    const Extent share = figure_extent(trial_.value(part));
    const Quantity* whole = nullptr;
    for (const Quantity& one : trial_.earlier) {
      const Extent all = figure_extent(trial_.value(one));
      if (ties(share, all) || ties(all, share)) return {true, std::nullopt};
      if (all.high <= share.low || all.low > share.high * kMostOf) continue;
      if (whole != nullptr && trial_.value(*whole).low != trial_.value(one).low) return {};
      whole = &one;
    }
    const bool named = !part.noun.empty() && whole != nullptr && !same_word(part.noun, whole->noun);
    if (whole == nullptr || named || trial_.value(part).kind != ValueKind::Cardinal) return {};
    const Extent all = figure_extent(trial_.value(*whole));
    const Extent computed = share / all * Extent::exactly(kHundred);
    WrongResult result{Operation::Share, claim_.figure, {part.figure, whole->figure}, computed};
    return {false, std::move(result)};
  }

  /// "Eighteen of them"
  bool of_those(const Quantity& one) const {
    const std::uint32_t end = trial_.passage.masked.sentence(one.at).end;
    return trial_.words.found("of those", trial_.between(one.at + 1, end));
  }

  /// "Thirty-two had passed, which is …", "eighteen of them": of those that were told before.
  bool is_of_told(const Quantity& part) const {
    return of_those(part) || (part.opens && part.noun.empty());
  }

  /// "45 of the 60 passed. A pass rate of 85 % …", "Nine in ten: nobody …"
  bool leans() const {
    if (trial_.claimed < 1) return false;
    return in_words_ ? claim_.opens : claim_.rate && quantity(trial_.claimed - 1).of_whole;
  }

  /// Whether its sentence counts something before the claim.
  bool counts_itself() const {
    return trial_.claimed > 0 && quantity(trial_.claimed - 1).sentence == claim_.sentence;
  }

  bool comparable(const Quantity& a, const Quantity& b) const {
    if (!same_unit(trial_.value(a), trial_.value(b))) return false;
    return a.noun.empty() || b.noun.empty() || same_word(a.noun, b.noun);
  }

  /// A share, what is missing of it, or how much more the one is than the other.
  bool ties(Extent part, Extent whole) const {
    const Extent one = Extent::exactly(1);
    const Extent hundred = Extent::exactly(kHundred);
    const Extent share = part / whole;
    const Extent times = whole / part;
    return meet(share * hundred, said_) || meet((one - share) * hundred, said_) ||
           meet((times - one) * hundred, said_) || meet(times * hundred, said_);
  }

  /// "410 faults, 240 less than the year before. That is 37 percent": of the 650 that there were.
  bool ties_difference(std::size_t part, std::size_t whole) const {
    if (!quantity(part).differs && !quantity(whole).differs) return false;
    const Extent changed = extent(quantity(part).differs ? part : whole);
    const Extent now = extent(quantity(part).differs ? whole : part);
    return ties(changed, now + changed) || (now.low > changed.high && ties(changed, now - changed));
  }

  Outcome wrong(const std::vector<std::size_t>& terms, Extent computed) const {
    WrongResult result{Operation::Share, claim_.figure, {}, computed};
    for (const std::size_t i : terms) result.terms.push_back(quantity(i).figure);
    const double unit = written_unit(trial_.typed(claim_), trial_.lexicon);
    result.computed = result.computed / Extent::exactly(unit);
    return {false, std::move(result)};
  }

  static constexpr double kHundred = 100;

  const Trial& trial_;
  const Quantity& claim_;
  Extent said_;            // of a share, in percent
  bool in_words_ = false;  // the share is
};

}  // namespace

Outcome try_share(const Trial& trial) {
  const Quantity& claim = trial.claim();
  const Value& value = trial.value(claim);
  if (!value.single()) return {};
  if (value.kind == ValueKind::Percent) {
    if (value.low < 0) return {};
    const ShareTrial share(trial);
    return claim.result || claim.rate || share.apposed() ? share.percent() : Outcome{};
  }
  if (value.kind == ValueKind::Cardinal && (claim.result || claim.apposed || claim.opens)) {
    Outcome outcome = ShareTrial(trial).in_words();
    if (outcome.ties || outcome.wrong) return outcome;
  }
  const bool part = value.kind == ValueKind::Cardinal && value.low >= 1;
  if (!part || !(claim.result || claim.apposed)) return {};
  if (ShareTrial(trial).is_share_of_some()) return {true, std::nullopt};
  Outcome outcome = ShareTrial(trial).part();
  if (!outcome.ties && !outcome.wrong) outcome = ShareTrial(trial).part_of_told();
  if (!outcome.ties && !outcome.wrong) outcome = ShareTrial(trial).part_of_them();
  return outcome;
}

}  // namespace starlint
