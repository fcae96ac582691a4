#include <algorithm>
#include <cmath>

#include "metric/dimension.h"
#include "metric/terms.h"
#include "metric/trial.h"

namespace starlint {

namespace {

constexpr double kLimit = 100;      // further off, the figures were not meant to tie
constexpr double kLooseLimit = 12;  // where words were left unsaid
constexpr double kLeastClaim = 2;
constexpr double kDay = 86400;    // seconds
constexpr int kUnsaid = 2;        // what an unsaid word costs, in sentences
constexpr double kPlain = 0.002;  // of a claim: numbers that meet it so nearly make it

struct Candidate {
  std::vector<std::size_t> terms;
  Extent computed;
  int cost = 0;
  bool operator==(const Candidate& other) const { return terms == other.terms; }
};

class ProductTrial {
 public:
  explicit ProductTrial(const Trial& trial)
      : trial_(trial), claim_(trial.claim()), terms_(terms_of(trial)) {}

  Outcome run() {
    for (const Dimension& said :
         dimensions_of(claim_, trial_.typed(claim_), claim_extent(trial_.value(claim_)),
                       trial_.lexicon, trial_.words, true)) {
      said_ = said;
      per_ = !claim_.per.empty();
      extend({Extent::exactly(1), 1, {}, {}}, {}, 0, false);
      if (!ties_) try_within(said);
      if (!ties_) try_unsaid(said);
      if (ties_) return {true, std::nullopt};
    }
    return {false, best()};
  }

 private:
  /// "Four an hour for seven hours, so 28 a day": all that is done in the day.
  void try_within(const Dimension& said) {
    for (std::size_t i = 0; i < said.under.size(); ++i) {
      if (said.under[i].seconds < kDay) continue;
      said_ = said;
      said_.under.erase(said_.under.begin() + static_cast<std::ptrdiff_t>(i));
      within_ = said.under[i].seconds;
      extend({Extent::exactly(1), 1, {}, {}}, {}, 0, false);
    }
    within_ = 0;
  }

  /// "700 euros a day for 250 children, that's 2.80 a head": a day, too.
  void try_unsaid(const Dimension& said) {
    const auto timed = [](const Per& per) { return per.seconds > 0; };
    if (!per_ || std::any_of(claim_.per.begin(), claim_.per.end(), timed)) return;
    for (const ProductTerm& term : terms_) {
      const std::vector<Per>& told = term.quantity.per;
      const auto per = std::find_if(told.begin(), told.end(), timed);
      if (per == told.end()) continue;
      said_ = said;
      said_.under.push_back({Factor::Kind::Time, {}, false, per->seconds});
      unsaid_ = 1;
      extend({Extent::exactly(1), 1, {}, {}}, {}, 0, false);
      unsaid_ = 0;
      return;
    }
  }

  /// Whether one of the figures is a stretch of time that lies in the period of the claim.
  bool lies_within(const std::vector<std::size_t>& used) const {
    return within_ == 0 || std::any_of(used.begin(), used.end(), [&](std::size_t i) {
             const Value& value = terms_[i].value();
             return value.kind == ValueKind::Duration && value.low < within_ &&
                    terms_[i].quantity.per.empty();
           });
  }

  /// Tries the product so far with one more term. One may be divided by, where the claim is of
  /// each of something.
  void extend(const Dimension& product, const std::vector<std::size_t>& used, std::size_t next,
              bool divided) {
    if (!used.empty()) judge(product, used, divided);
    if (used.size() == kMostFactors || ties_) return;
    for (std::size_t i = next; i < terms_.size(); ++i) {
      std::vector<std::size_t> more = used;
      more.push_back(i);
      const ProductTerm& term = terms_[i];
      if (is_part_of(term, used)) continue;
      for (const Dimension& one : dimensions_of(term.quantity, term.typed, term.extent,
                                                trial_.lexicon, trial_.words, false)) {
        told_ += one.under.empty() ? 0 : 1;
        extend(product * one, more, i + 1, divided);
        told_ -= one.under.empty() ? 0 : 1;
        // "2,500 less each month" is no quotient.
        const bool may_divide = (per_ && !claim_.differs) || term.quantity.recurs;
        if (may_divide && !divided && one.figure != 0) {
          extend(product * inverse(one), more, i + 1, true);
        }
      }
    }
  }

  /// A difference, and one of the figures that it lies between.
  bool is_part_of(const ProductTerm& term, const std::vector<std::size_t>& used) const {
    return std::any_of(used.begin(), used.end(), [&](std::size_t i) {
      return std::any_of(term.figures.begin(), term.figures.end(), [&](const Figure& figure) {
        const Figure& other = terms_[i].figures.front();
        return other.passage == figure.passage && other.value == figure.value;
      });
    });
  }

  void judge(const Dimension& product, const std::vector<std::size_t>& used, bool divided) {
    // A product needs a figure of each; one figure alone is only told in another unit.
    const bool recurs = claim_.recurs || terms_[used.front()].quantity.recurs;
    const bool converted = recurs || (!divided && converts(used.front()));
    if (is_whole_product(used)) {
      ties_ = true;
      return;
    }
    const std::vector<Per>& per = terms_[used.front()].quantity.per;
    const bool rate = used.size() == 1 && !divided && !per.empty() && per[0].seconds >= kDay;
    if (used.size() == 1 ? !converted && !rate : !divided && told_ == 0) return;
    const std::optional<Cancelled> cancelled = cancel(product * inverse(said_));
    if (!cancelled || cancelled->guessed > (divided ? 0 : 1) || !lies_within(used)) return;
    if (used.size() == 1 && told_ > 0 && cancelled->factor.contains(1) && one_unit(used.front())) {
      return;
    }
    Extent computed = product.extent * cancelled->factor;
    if (told_twice(used)) computed.high *= 2;
    if (meet(computed, said_.extent) || is_plain_product(used)) {
      ties_ = true;
      return;
    }
    if ((rate && !converted) || !is_sure(used, cancelled->cost + unsaid_, divided)) return;
    const double middle = product.figure * (cancelled->factor.low + cancelled->factor.high) / 2;
    const double ratio = middle == 0 ? kLimit + 1 : said_.figure / middle;
    const double limit = cancelled->cost == 0 ? kLimit : kLooseLimit;
    if (ratio > limit || ratio * limit < 1) return;
    Candidate candidate{used, computed, kUnsaid * (cancelled->cost + unsaid_)};
    for (const std::size_t i : used) {
      candidate.cost += static_cast<int>(claim_.sentence - terms_[i].quantity.sentence);
    }
    if (std::find(found_.begin(), found_.end(), candidate) == found_.end()) {
      found_.push_back(candidate);
    }
  }

  /// "350 euros, each week of the fifty-two": the numbers themselves make it, whatever the words.
  bool is_plain_product(const std::vector<std::size_t>& used) const {
    const Value& said = trial_.value(claim_);
    if (said.kind != ValueKind::Money && said.kind != ValueKind::Cardinal) return false;
    double product = 1;
    for (const std::size_t i : used) {
      if (terms_[i].index != kNone && terms_[i].index > trial_.claimed) return false;
      const Typed& term = terms_[i].typed;
      product *= term.numbers.empty() ? 1 : term.numbers.front().value;
    }
    return used.size() > 1 && claim_extent(said).contains(product);
  }

  /// The same of several figures that make it all but exactly, whatever their units.
  bool is_whole_product(const std::vector<std::size_t>& used) const {
    const bool priced = trial_.value(claim_).kind == ValueKind::Money;
    const bool several =
        used.size() > 2 || (used.size() > 1 && (priced || terms_[used.back()].difference()));
    if (!of_many_kinds(used)) return false;
    const double number = number_of(trial_.typed(claim_));
    double product = 1;
    for (const std::size_t i : used) product *= number_of(terms_[i].typed);
    return several && std::abs(product - number) <= number * kPlain;
  }

  /// No two of them measure the same: times of a list do not make another one by multiplication.
  bool of_many_kinds(const std::vector<std::size_t>& used) const {
    for (std::size_t i = 0; i < used.size(); ++i) {
      for (std::size_t j = i + 1; j < used.size(); ++j) {
        const ProductTerm& one = terms_[used[i]];
        const ProductTerm& other = terms_[used[j]];
        const bool things = one.value().kind == ValueKind::Cardinal;
        // "Five days a week, for four weeks"
        const bool calendar = one.value().kind == ValueKind::Duration &&
                              one.value().unit_text != other.value().unit_text;
        if (calendar || !same_unit(one.value(), other.value())) continue;
        if (!things || one.quantity.noun.empty() || one.quantity.noun == other.quantity.noun)
          return false;
      }
    }
    return true;
  }

  static double number_of(const Typed& typed) {
    if (!typed.numbers.empty()) return typed.numbers.front().value;
    return typed.value.kind == ValueKind::Cardinal ? typed.value.low : 1;
  }

  bool one_unit(std::size_t i) const { return terms_[i].value().unit == trial_.value(claim_).unit; }
  /// "60,000 copies twice a year"
  bool told_twice(const std::vector<std::size_t>& used) const {
    const Span first = trial_.passage.masked.sentence(terms_[used.front()].quantity.at);
    return trial_.words.found("twice",
                              trial_.passage.slice({first.begin, std::max(first.end, claim_.at)}));
  }

  /// Right before the claim, and told of another stretch of time, or in another unit.
  bool converts(std::size_t i) const {
    if (terms_[i].difference()) return told_ > 0 && is_saving() && terms_[i].at_rates;
    if (terms_[i].index == kNone || terms_[i].index + 1 != trial_.claimed) return false;
    if (told_ > 0) return true;
    const Value& value = terms_[i].value();
    const Value& said = trial_.value(claim_);
    const bool unit = value.kind == ValueKind::Quantity || value.kind == ValueKind::Duration;
    const bool again =
        claim_.same || is_gloss(i) || (claim_.apposed && is_slip(trial_.lexicon, value, said));
    return unit && said.kind == value.kind && value.unit_text != said.unit_text && again &&
           terms_[i].quantity.sentence == claim_.sentence && claim_.per.empty();
  }

  /// "5 miles, so about 8 km", "12 stone (76 kg)"
  bool is_gloss(std::size_t i) const {
    if (trial_.value(claim_).kind != ValueKind::Quantity || terms_[i].difference()) return false;
    return terms_[i].quantity.at < claim_.at &&
           trial_.words.found("equal to", trial_.between(terms_[i].quantity.at + 1, claim_.at));
  }

  /// "Saves 6,000 a year", not "saves another 6,000", which comes from elsewhere.
  bool is_saving() const {
    const Span sentence = trial_.passage.masked.sentence(claim_.at);
    return (claim_.makes || claim_.differs) &&
           !trial_.words.found("further", trial_.between(sentence.begin, claim_.at));
  }

  bool is_other_unit(const std::vector<std::size_t>& used) const {
    const ProductTerm& term = terms_[used.front()];
    return used.size() == 1 && converts(used.front()) &&
           is_slip(trial_.lexicon, term.value(), trial_.value(claim_));
  }

  /// Where no word says that it follows, all words must be the same; the more figures take part,
  /// the fewer words may be left unsaid.
  bool is_sure(const std::vector<std::size_t>& used, int cost, bool divided) const {
    if (divided && !is_of_clock(used)) return false;
    const int most = claim_.makes && told_at_once(used) ? 2 : claim_.makes ? 1 : 0;
    if (used.size() == kMostFactors && (cost > most || (divided && cost > 0))) return false;
    if (!is_named(used) || !counts_things(used) || is_rhythm_alone(used)) return false;
    if (used.size() > 1 && cost > 1 && !claim_.makes && !holds_difference(used)) return false;
    const bool said = claim_.result || claim_.together || is_mean(used) ||
                      (is_saving() && holds_difference(used));
    if (said || is_other_unit(used)) return true;
    if (used.size() == 1 && converts(used.front()) && is_gloss(used.front())) return true;
    if (claim_.apposed && divided) return cost == 0 && one_sentence(used);
    if (claim_.apposed) return cost <= 1 && !claim_.noun.empty();
    return cost == 0 && used.size() > 1 && one_sentence(used);
  }

  /// "Two weeks each" alone follows from nothing.
  bool is_mean(const std::vector<std::size_t>& used) const {
    const Span sentence = trial_.passage.masked.sentence(claim_.at);
    return claim_.average && ((claim_.apposed && one_sentence(used)) ||
                              trial_.words.found("mean", trial_.passage.slice(sentence)));
  }

  /// How many hours of "five days" were worked, nobody says: no minutes for each follow from them.
  bool is_of_clock(const std::vector<std::size_t>& used) const {
    const Value& said = trial_.value(claim_);
    if (said.kind != ValueKind::Duration || said.low >= kDay) return true;
    return std::none_of(used.begin(), used.end(), [&](std::size_t i) {
      const Value& value = terms_[i].value();
      return value.kind == ValueKind::Duration && value.low >= kDay;
    });
  }

  /// A number that counts nothing by itself, and a stretch of time, make no count: "a hundred" and
  /// "two weeks".
  bool counts_things(const std::vector<std::size_t>& used) const {
    if (trial_.value(claim_).kind != ValueKind::Cardinal) return true;
    return std::any_of(used.begin(), used.end(), [&](std::size_t i) {
      const Quantity& one = terms_[i].quantity;
      return !one.noun.empty() || !one.per.empty();
    });
  }

  /// Numbers alone count nothing: of what is counted, one must have a name.
  bool is_named(const std::vector<std::size_t>& used) const {
    if (trial_.value(claim_).kind != ValueKind::Cardinal || !claim_.noun.empty()) return true;
    return std::any_of(used.begin(), used.end(),
                       [&](std::size_t i) { return !terms_[i].quantity.noun.empty(); });
  }

  /// "Sixteen people, seven hours, 180 an hour each. That's …": in the sentence before the claim.
  bool told_at_once(const std::vector<std::size_t>& used) const {
    return std::all_of(used.begin(), used.end(), [&](std::size_t i) {
      return terms_[i].quantity.sentence + 1 == claim_.sentence;
    });
  }

  bool one_sentence(const std::vector<std::size_t>& used) const {
    return std::all_of(used.begin(), used.end(), [&](std::size_t i) {
      return terms_[i].quantity.sentence == claim_.sentence && terms_[i].index < trial_.claimed;
    });
  }

  bool holds_difference(const std::vector<std::size_t>& used) const {
    return std::any_of(used.begin(), used.end(),
                       [&](std::size_t i) { return terms_[i].difference(); });
  }

  /// "Five days a week" alone makes no kilometres of kilometres: it goes with what is done in a
  /// day.
  bool is_rhythm_alone(const std::vector<std::size_t>& used) const {
    const auto stretch = [&](std::size_t i) {
      return terms_[i].value().kind == ValueKind::Duration;
    };
    const auto rhythm = std::find_if(used.begin(), used.end(), [&](std::size_t i) {
      const std::vector<Per>& per = terms_[i].quantity.per;
      return stretch(i) && per.size() == 1 && per.front().seconds > terms_[i].value().high;
    });
    return rhythm != used.end() && told_ < 2 && trial_.value(claim_).kind != ValueKind::Duration &&
           std::count_if(used.begin(), used.end(), stretch) == 1;
  }

  /// "Saves 16,000 a year" is told of what lies between two prices, and of nothing else.
  void prefer_differences() {
    const Span sentence = trial_.passage.masked.sentence(claim_.at);
    const bool saved = claim_.differs || claim_.rest ||
                       trial_.words.found("saving", trial_.passage.slice(sentence));
    const auto is_difference = [&](const Candidate& candidate) {
      return holds_difference(candidate.terms);
    };
    const bool any = std::any_of(found_.begin(), found_.end(), is_difference);
    std::erase_if(found_, [&](const Candidate& one) {
      return saved ? any && !is_difference(one) : is_difference(one);
    });
    if (!saved) return;
    // What it still costs is not what is saved.
    std::erase_if(found_, [&](const Candidate& one) {
      const Quantity& term = terms_[one.terms.front()].quantity;
      const Span told = trial_.passage.masked.sentence(term.at);
      return one.terms.size() == 1 && !is_difference(one) && !term.differs &&
             term.sentence == claim_.sentence && trial_.value(claim_).kind == ValueKind::Money &&
             !trial_.words.found("saving", trial_.between(told.begin, term.at));
    });
  }

  /// The nearest reading, where only one is nearest.
  std::optional<WrongResult> best() {
    prefer_differences();
    if (found_.empty()) return std::nullopt;
    const auto nearest =
        std::min_element(found_.begin(), found_.end(),
                         [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
    const auto equal = std::count_if(found_.begin(), found_.end(), [&](const Candidate& other) {
      return other.cost == nearest->cost;
    });
    if (equal > 1) return std::nullopt;
    WrongResult wrong{Operation::Product, claim_.figure, {}, nearest->computed};
    for (const std::size_t i : nearest->terms) {
      for (const Figure& figure : terms_[i].figures) wrong.terms.push_back(figure);
    }
    const double unit = written_unit(trial_.typed(claim_), trial_.lexicon);
    wrong.computed = wrong.computed / Extent::exactly(unit);
    return wrong;
  }

  static constexpr std::size_t kMostFactors = 3;

  const Trial& trial_;
  const Quantity& claim_;
  std::vector<ProductTerm> terms_;
  Dimension said_;
  std::vector<Candidate> found_;
  bool per_ = false;   // the claim is of each of something
  int told_ = 0;       // how many of the terms are
  int unsaid_ = 0;     // periods that the claim leaves unsaid
  double within_ = 0;  // seconds of the period of which the claim is told; 0 where that counts
  bool ties_ = false;
};

}  // namespace

Outcome try_product(const Trial& trial) {
  const Quantity& claim = trial.claim();
  const ValueKind kind = trial.value(claim).kind;
  if (kind == ValueKind::Percent || !trial.value(claim).single()) return {};
  // "One" may be anything.
  const Typed& typed = trial.typed(claim);
  if ((typed.numbers.empty() ? typed.value.low : typed.numbers.front().value) < kLeastClaim) {
    return {};
  }
  if (!claim.follows() && !claim.differs && claim.per.empty()) return {};
  return ProductTrial(trial).run();
}

}  // namespace starlint
