#include "metric/lone_pair.h"

#include <algorithm>

#include "metric/comparable.h"
#include "metric/trial.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr std::uint32_t kSentences = 2;  // that a claim may look back
constexpr double kHours = 12;            // on a clock
constexpr double kSmall = 10;            // fewer things are counted for many reasons
constexpr double kLarge = 100;  // numbers without a name from here on do not meet by chance
constexpr double kFew = 3;      // of things: fewer are no measure

class PairFinder {
 public:
  PairFinder(const Metrics& metrics, std::uint32_t change, const Lexicon& lexicon,
             const MetricVocabulary& vocabulary, Counted& counted)
      : metrics_(metrics),
        change_(metrics.changes[change]),
        lexicon_(lexicon),
        vocabulary_(vocabulary),
        counted_(counted) {}

  std::optional<LonePair> find() {
    const std::vector<Quantity>& all = counted_.in(change_.where.passage);
    const auto claim = std::find_if(all.begin(), all.end(), [&](const Quantity& one) {
      return one.figure.value == change_.figure.value;
    });
    if (claim == all.end()) return std::nullopt;
    std::optional<LonePair> found;
    for (auto a = all.begin(); a != claim; ++a) {
      for (auto b = a + 1; b != claim; ++b) {
        if (!may_be_meant(*a, *claim) || !may_be_meant(*b, *claim) || !comparable(*a, *b)) continue;
        if (found) return std::nullopt;
        found = in_order(*a, *b);
        found->follows = claim->result;
        for (const Quantity* one : {&*a, &*b}) {
          for (std::string& word : folded_words(sentence_of(*one))) {
            found->words.push_back(std::move(word));
          }
        }
      }
    }
    return found;
  }

 private:
  const Passage& passage() const { return metrics_.passages[change_.where.passage]; }
  std::string_view sentence_of(const Quantity& one) const {
    return passage().slice(passage().masked.sentence(one.at));
  }

  bool may_be_meant(const Quantity& one, const Quantity& claim) const {
    const Value& value = metrics_.value(one.figure);
    const bool points = change_.claim.measure == Measure::Points;
    const bool share = value.kind == ValueKind::Percent;
    const bool few = value.kind == ValueKind::Cardinal && value.low < kFew;
    return !is_ratio(one) && one.sentence + kSentences >= claim.sentence && value.single() &&
           share == points && !few && !one.result && !is_claim(one) && !is_time_frame(one);
  }

  /// The "twenty" of "one tram in twenty".
  bool is_ratio(const Quantity& one) const {
    const Span sentence = passage().masked.sentence(one.at);
    return metrics_.value(one.figure).kind == ValueKind::Cardinal &&
           vocabulary_.reckoning().found("one in", passage().slice({sentence.begin, one.at}));
  }

  /// The "eight" of "eight times".
  bool is_claim(const Quantity& one) const {
    return std::any_of(metrics_.changes.begin(), metrics_.changes.end(),
                       [&](const SaidChange& other) {
                         return other.figure.passage == one.figure.passage &&
                                other.figure.value == one.figure.value;
                       });
  }

  bool is_time_frame(const Quantity& one) const {
    if (metrics_.value(one.figure).kind != ValueKind::Duration) return false;
    const Span sentence = passage().masked.sentence(one.at);
    const std::vector<std::string> before = folded_words(passage().slice({sentence.begin, one.at}));
    return !before.empty() && vocabulary_.time_frame(before.back());
  }

  /// A number alone may be in the unit of the other.
  bool comparable(const Quantity& a, const Quantity& b) const {
    if (a.per.size() != b.per.size() && !a.per.empty() && !b.per.empty()) return false;
    if (!counted_.alike(a.figure, b.figure)) return false;
    const auto bare = [&](const Quantity& one) {
      return metrics_.value(one.figure).kind == ValueKind::Cardinal && one.noun.empty();
    };
    if (!same_unit(metrics_.value(a.figure), metrics_.value(b.figure)) && !bare(a) && !bare(b)) {
      return false;
    }
    const auto movement =
        movement_between(metrics_.typed(a.figure), metrics_.typed(b.figure), lexicon_);
    return movement && movement->from != movement->to;
  }

  /// The one that is told first came first, unless the claim says otherwise.
  LonePair in_order(const Quantity& a, const Quantity& b) const {
    const auto movement =
        movement_between(metrics_.typed(a.figure), metrics_.typed(b.figure), lexicon_);
    const Verb verb = change_.claim.verb;
    const bool fell = movement->to < movement->from;
    const bool falls = verb == Verb::Less || (verb == Verb::Faster && movement->time);
    const bool turned = verb == Verb::More ? fell : falls && !fell;
    return turned ? LonePair{b.figure, a.figure, false, {}}
                  : LonePair{a.figure, b.figure, false, {}};
  }

  const Metrics& metrics_;
  const SaidChange& change_;
  const Lexicon& lexicon_;
  const MetricVocabulary& vocabulary_;
  Counted& counted_;
};

}  // namespace

const std::vector<Quantity>& Counted::in(std::uint32_t passage) {
  const auto known = by_passage_.find(passage);
  if (known != by_passage_.end()) return known->second;
  return by_passage_.emplace(passage, read_quantities(metrics_.passages[passage], passage, words_))
      .first->second;
}

const Quantity* Counted::of(Figure figure) {
  const std::vector<Quantity>& all = in(figure.passage);
  const auto found = std::find_if(all.begin(), all.end(), [&](const Quantity& one) {
    return one.figure.value == figure.value;
  });
  return found == all.end() ? nullptr : &*found;
}

bool Counted::are_hours(Figure a, Figure b) {
  const auto hour = [&](Figure figure) {
    const Value& value = metrics_.value(figure);
    return value.kind == ValueKind::Cardinal && value.low <= kHours && !has_noun(figure);
  };
  return hour(a) && hour(b);
}

bool Counted::has_noun(Figure figure) {
  const Quantity* one = of(figure);
  return one != nullptr && !one->noun.empty();
}

bool Counted::measure_alike(Figure before, Figure after, bool unnamed, bool lone) {
  const Value& a = metrics_.value(before);
  const Value& b = metrics_.value(after);
  const bool measured = a.kind == ValueKind::Duration || a.kind == ValueKind::Quantity;
  // "It took fifteen": the unit was said before.
  const bool bare = b.kind == ValueKind::Cardinal && !has_noun(after);
  if (a.kind != b.kind) return bare && measured && unnamed && lone;
  if (a.kind == ValueKind::Quantity) return true;
  if (a.unit != b.unit) return false;
  if (a.kind == ValueKind::Percent) return lone;
  if (a.kind != ValueKind::Cardinal) {
    return unnamed && (a.kind == ValueKind::Duration || a.kind == ValueKind::Money);
  }
  const double least = std::min(a.low, b.low);
  if (!lone) return false;
  if (has_noun(before)) return least >= kSmall;
  if (repeats(before) && repeats(after)) return least >= kSmall;
  return at_one_rate(before, after) || (least >= kLarge && !has_noun(after));
}

bool Counted::repeats(Figure figure) const {
  const Passage& passage = metrics_.passages[figure.passage];
  const std::uint32_t at = passage.masked.offset_of(figure.value);
  return words_.found("repeats", passage.slice({at + 1, passage.masked.sentence(at).end}));
}

bool Counted::of_one_name(Figure a, Figure b) {
  const Quantity* first = of(a);
  const Quantity* second = of(b);
  return first != nullptr && second != nullptr && !first->noun.empty() &&
         same_word(first->noun, second->noun);
}

bool Counted::of_each(Figure figure) {
  const ValueKind kind = metrics_.value(figure).kind;
  if (kind != ValueKind::Money && kind != ValueKind::Cardinal) return true;
  const Quantity* one = of(figure);
  return one != nullptr && std::any_of(one->per.begin(), one->per.end(),
                                       [](const Per& per) { return per.seconds == 0; });
}

bool Counted::told_as_one(Figure a, Figure b) { return of_one_name(a, b) && at_one_rate(a, b); }

bool Counted::at_one_rate(Figure a, Figure b) {
  const Quantity* first = of(a);
  const Quantity* second = of(b);
  if (first == nullptr || second == nullptr) return false;
  const auto timed = [](const Quantity& one) {
    return one.per.size() == 1 && one.per.front().seconds > 0;
  };
  return timed(*first) && timed(*second) &&
         first->per.front().seconds == second->per.front().seconds;
}

namespace {

/// "20 a week" and "200 a fortnight"
bool rates_apart(const Quantity& a, const Quantity& b) {
  if (a.per.size() != 1 || b.per.size() != 1) return false;
  const double first = a.per.front().seconds;
  const double second = b.per.front().seconds;
  return first > 0 && second > 0 && first != second;
}

}  // namespace

bool Counted::alike(Figure a, Figure b) {
  const Quantity* first = of(a);
  const Quantity* second = of(b);
  if (first == nullptr || second == nullptr || rates_apart(*first, *second)) {
    return first == nullptr || second == nullptr;
  }
  // "60 loans" and "75 items"
  const auto any = [&](const Quantity& one) {
    return one.noun.empty() || words_.found("anything", one.noun);
  };
  return any(*first) || any(*second) || same_word(first->noun, second->noun);
}

std::optional<LonePair> lone_pair(const Metrics& metrics, std::uint32_t change,
                                  const Lexicon& lexicon, const MetricVocabulary& vocabulary,
                                  Counted& counted) {
  return PairFinder(metrics, change, lexicon, vocabulary, counted).find();
}

}  // namespace starlint
