#include "metric/terms.h"

#include <algorithm>
#include <cmath>

#include "metric/words.h"

namespace starlint {

namespace {

constexpr std::size_t kMost = 7;         // figures around a claim that are tried
constexpr std::size_t kMostOthers = 3;   // differences, and counts from elsewhere
constexpr std::uint32_t kSentences = 2;  // that a claim may look back
constexpr std::uint32_t kFar = 6;   // the same for a figure of each, where "that makes" follows
constexpr std::uint32_t kNext = 1;  // sentences between the ends of a difference
constexpr double kPlain = 0.002;    // of a ratio: so near it is a power of ten

class TermReader {
 public:
  explicit TermReader(const Trial& trial) : trial_(trial), claim_(trial.claim()) {}

  std::vector<ProductTerm> read() {
    for (std::size_t i = 0; i < trial_.quantities.size(); ++i) {
      if (may_take_part(i)) terms_.push_back(term_of(i));
    }
    if (terms_.size() > kMost) {
      terms_.erase(terms_.begin(), terms_.end() - static_cast<std::ptrdiff_t>(kMost));
    }
    const std::size_t told = terms_.size();
    for (std::size_t i = 0; i < told; ++i) {
      for (std::size_t j = i + 1; j < told; ++j) add_difference(i, j);
    }
    add_counts(told);
    terms_.resize(std::min(terms_.size(), told + kMostOthers));
    return std::move(terms_);
  }

 private:
  ProductTerm term_of(std::size_t i) const {
    const Quantity& one = trial_.quantities[i];
    return {one, trial_.typed(one), figure_extent(trial_.value(one)), {one.figure}, i};
  }

  bool may_take_part(std::size_t i) const {
    const Quantity& one = trial_.quantities[i];
    const Value& value = trial_.value(one);
    const bool far = (claim_.makes || claim_.differs) && !one.per.empty();
    const std::uint32_t back = far ? kFar : kSentences;
    const bool before = i < trial_.claimed && one.sentence + back >= claim_.sentence;
    // "So that we were nine, and I cut it into three parts": of something else.
    const bool follows = claim_.makes || !claim_.result;
    const bool behind = follows && i > trial_.claimed && one.sentence == claim_.sentence;
    // "One" multiplies nothing.
    const bool is_one = value.kind == ValueKind::Cardinal && value.low == 1;
    return (before || behind) && value.kind != ValueKind::Percent && value.single() && !is_one &&
           !is_base(one) && !is_ratio(one) && !is_fiscal(one) && !one.instant &&
           !(behind && one.result);
  }

  /// The "19" of "2018/19".
  bool is_fiscal(const Quantity& quantity) const {
    const std::string_view text = trial_.passage.masked.text();
    const auto is_token = [](char c) { return c >= token::kCount && c <= token::kAge; };
    return quantity.at > 1 && text[quantity.at - 1] == '/' && is_token(text[quantity.at - 2]);
  }

  /// The "twenty" of "one guest in twenty".
  bool is_ratio(const Quantity& quantity) const {
    const Span sentence = trial_.passage.masked.sentence(quantity.at);
    return trial_.value(quantity).kind == ValueKind::Cardinal &&
           trial_.words.found("one in", trial_.between(sentence.begin, quantity.at));
  }

  /// "Nine out of a hundred": what a share is told of counts nothing by itself.
  bool is_base(const Quantity& quantity) const {
    return quantity.of_whole && trial_.value(quantity).kind == ValueKind::Cardinal &&
           quantity.noun.empty() && quantity.per.empty();
  }

  /// "It took 45 minutes, then 30": a bare number takes the unit of the other.
  void add_difference(std::size_t i, std::size_t j) {
    const ProductTerm& one = terms_[i];
    const ProductTerm& next = terms_[j];
    // "6,500 a month … 5,000 a month … which saves us": what was and what is.
    const bool alike = !one.quantity.per.empty() && !next.quantity.per.empty() &&
                       (claim_.makes || claim_.differs) && same_unit(one.value(), next.value());
    const bool near = alike || next.quantity.sentence <= one.quantity.sentence + kNext;
    if (!near || one.index > trial_.claimed || next.index > trial_.claimed) return;
    const bool bare = next.value().kind == ValueKind::Cardinal && next.quantity.noun.empty();
    if (!same_unit(one.value(), next.value()) && !bare) return;
    if (one.value().kind == ValueKind::Cardinal || !told_alike(one.quantity, next.quantity)) return;
    const bool borrows = bare && !same_unit(one.value(), next.value());
    const double unit = borrows ? unit_of(one.typed) : 1;
    ProductTerm term = one;
    term.index = kNone;
    term.at_rates = alike;
    term.figures.push_back(next.quantity.figure);
    term.extent = one.extent - next.extent * Extent::exactly(unit);
    const double figure = nominal(one.value()) - nominal(next.value()) * unit;
    if (figure == 0) return;
    if (figure < 0) term.extent = Extent::exactly(0) - term.extent;
    term.typed.value.low = term.typed.value.high = std::abs(figure);
    term.typed.value.qualifier = Qualifier::Exact;
    for (BareNumber& number : term.typed.numbers)
      number.value = std::abs(figure) / unit_of(one.typed);
    if (term.quantity.per.empty()) term.quantity.per = next.quantity.per;
    term.quantity.sentence = next.quantity.sentence;
    terms_.push_back(std::move(term));
  }

  /// What a bare number is multiplied by to take the unit of the other, in that of its value.
  static double unit_of(const Typed& typed) {
    const bool written = !typed.numbers.empty() && typed.numbers.front().value != 0;
    return written ? typed.value.low / typed.numbers.front().value : 1;
  }

  static bool told_alike(const Quantity& a, const Quantity& b) {
    if (a.per.empty() || b.per.empty()) return true;
    return a.per.size() == b.per.size() && std::equal(a.per.begin(), a.per.end(), b.per.begin(),
                                                      [](const Per& one, const Per& other) {
                                                        return one.seconds == other.seconds &&
                                                               one.nouns == other.nouns;
                                                      });
  }

  /// "All of our 25 drivers wrote … Each of the drivers is done 12 minutes earlier."
  void add_counts(std::size_t told) {
    for (std::size_t i = 0; i < told; ++i) {
      for (const Per& per : std::vector<Per>(terms_[i].quantity.per)) {
        if (per.seconds == 0 && !per.nouns.empty()) add_count(per.nouns.front());
      }
    }
  }

  void add_count(const std::string& noun) {
    const auto counts = [&](const Quantity& one) { return same_word(one.noun, noun); };
    const auto told = [&](const ProductTerm& term) { return counts(term.quantity); };
    if (std::any_of(terms_.begin(), terms_.end(), told)) return;
    const auto last = std::find_if(trial_.earlier.rbegin(), trial_.earlier.rend(), counts);
    if (last == trial_.earlier.rend()) return;
    ProductTerm term{
        *last, trial_.typed(*last), figure_extent(trial_.value(*last)), {last->figure}, kNone};
    term.quantity.sentence = claim_.sentence - std::min(claim_.sentence, kFar);
    terms_.push_back(std::move(term));
  }

  const Trial& trial_;
  const Quantity& claim_;
  std::vector<ProductTerm> terms_;
};

}  // namespace

bool is_slip(const Lexicon& lexicon, const Value& value, const Value& said) {
  const Unit* one = lexicon.unit(value.unit);
  const Unit* other = lexicon.unit(said.unit);
  if (value.kind != ValueKind::Quantity || one == nullptr || other == nullptr) return false;
  const double ratio = nominal(said) * other->factor / (nominal(value) * one->factor);
  const double power = std::round(std::log10(ratio));
  return one->dimension == other->dimension && std::abs(ratio / std::pow(10, power) - 1) < kPlain;
}

std::vector<ProductTerm> terms_of(const Trial& trial) { return TermReader(trial).read(); }

}  // namespace starlint
