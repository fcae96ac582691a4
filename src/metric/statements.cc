#include "metric/statements.h"

#include <algorithm>
#include <cmath>

#include "base/strings.h"
#include "metric/comparable.h"
#include "metric/quantity.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr double kFractionSlack = 0.08;  // "a third" is about a third
constexpr double kLoose = 0.4;           // "almost a third"
constexpr double kHundred = 100;
constexpr double kTen = 10;

class StatementReader {
 public:
  StatementReader(Metrics& metrics, const Lexicon& lexicon, const MetricVocabulary& vocabulary)
      : metrics_(metrics), lexicon_(lexicon), vocabulary_(vocabulary) {}

  void read() {
    for (std::uint32_t i = 0; i < metrics_.passages.size(); ++i) {
      passage_ = i;
      const Passage& passage = metrics_.passages[i];
      const std::vector<Span>& sentences = passage.masked.sentences();
      for (std::size_t at = 0; at < sentences.size(); ++at) {
        first_movement_ = metrics_.movements.size();
        first_change_ = metrics_.changes.size();
        if (at > 0) read_across(passage, sentences[at - 1], sentences[at]);
        read_sentence(passage, sentences[at], vocabulary_.candidates(passage.slice(sentences[at])));
        ++sentence_;
      }
    }
  }

 private:
  /// What a sentence tells together with the one before it.
  void read_across(const Passage& passage, Span before, Span sentence) {
    if (figures_in(passage, hull(before, sentence)) < 2) return;
    for (const FigurePhrase& phrase : vocabulary_.movements_across()) {
      for (const FigureMatch& match : phrase.find_all(passage, hull(before, sentence))) {
        const bool crosses = match.span.begin < before.end && match.span.end > sentence.begin;
        if (crosses) add_movement(passage, match);
      }
    }
  }

  static std::size_t figures_in(const Passage& passage, Span within) {
    const auto& tokens = passage.masked.tokens();
    const auto in = [within](const auto& token) { return within.contains(token.first); };
    return static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.end(), in));
  }

  void read_sentence(const Passage& passage, Span sentence,
                     const std::vector<std::uint32_t>& hits) {
    const std::size_t movements = vocabulary_.movements().size();
    for (const std::uint32_t index : hits) {
      if (index < movements) {
        for (const FigureMatch& match :
             vocabulary_.movements()[index].find_all(passage, sentence)) {
          add_movement(passage, match);
        }
      } else {
        const ChangePhrase& phrase = vocabulary_.changes()[index - movements];
        for (const FigureMatch& match : phrase.phrase.find_all(passage, sentence)) {
          add_change(passage, sentence, phrase, match);
        }
      }
    }
    if (metrics_.movements.size() > first_movement_) add_fall(passage, sentence);
  }

  /// "From 60 to 20 minutes, -67 %": below nothing is only a change.
  void add_fall(const Passage& passage, Span sentence) {
    for (const auto& [at, value] : passage.masked.tokens()) {
      const Value& figure = passage.values[value].value;
      const Span said{at, at + 1};
      if (!sentence.contains(at) || figure.kind != ValueKind::Percent || figure.high >= 0) continue;
      if (moved(value) || claimed(said)) continue;
      metrics_.changes.push_back({mention(said),
                                  claim_of(figure, Verb::Less, Measure::Percent),
                                  {passage_, value},
                                  {passage_, kNone},
                                  said,
                                  {},
                                  vocabulary_.overall(passage.slice(sentence))});
    }
  }

  Mention mention(Span span) const { return {passage_, sentence_, span}; }

  void add_movement(const Passage& passage, const FigureMatch& match) {
    const Filler* before = match.find("before");
    const Filler* after = match.find("after");
    if (before == nullptr || after == nullptr) return;
    SaidMovement said{mention(match.span), {passage_, before->value}, {passage_, after->value}, {}};
    if (moved(before->value) || moved(after->value)) return;
    // "It took 90 seconds before, so it is 6 times as fast"
    if (repeats(passage, *before) || repeats(passage, *after)) return;
    if (counts_other(passage, *before, *after)) return;
    if (!movement_between(passage.values[before->value], passage.values[after->value], lexicon_)) {
      return;
    }
    if (const Filler* stage = match.find("stage")) said.stages.push_back({passage_, stage->value});
    metrics_.movements.push_back(std::move(said));
  }

  /// "Ten times what we had before": no measure.
  bool repeats(const Passage& passage, const Filler& figure) const {
    const std::uint32_t end = passage.masked.sentence(figure.span.begin).end;
    const std::string_view behind =
        passage.slice({figure.span.end, std::max(figure.span.end, end)});
    return vocabulary_.reckoning().found("repeats", behind);
  }

  /// "After three months it was 6,300 calls": no time became calls.
  bool counts_other(const Passage& passage, const Filler& before, const Filler& after) const {
    const auto kind = [&](const Filler& end) { return passage.values[end.value].value.kind; };
    if (kind(before) == kind(after)) return false;
    const auto counted = [&](const Filler& end) {
      const std::vector<Quantity> all = read_quantities(passage, passage_, vocabulary_.reckoning());
      return std::any_of(all.begin(), all.end(), [&](const Quantity& one) {
        return one.figure.value == end.value && !one.noun.empty();
      });
    };
    // "300 % more than before, on the same 3 machines"
    const auto measures = [&](const Filler& end) {
      return kind(end) == ValueKind::Duration || kind(end) == ValueKind::Percent;
    };
    return (measures(before) && counted(after)) || (measures(after) && counted(before));
  }

  /// Whether the value is an end of a movement in this sentence.
  bool moved(std::uint32_t value) const {
    return std::any_of(metrics_.movements.begin() + static_cast<std::ptrdiff_t>(first_movement_),
                       metrics_.movements.end(), [&](const SaidMovement& movement) {
                         return movement.before.value == value || movement.after.value == value;
                       });
  }

  bool claimed(Span said) const {
    return std::any_of(metrics_.changes.begin() + static_cast<std::ptrdiff_t>(first_change_),
                       metrics_.changes.end(),
                       [&](const SaidChange& change) { return change.said.overlaps(said); });
  }

  void add_change(const Passage& passage, Span sentence, const ChangePhrase& phrase,
                  const FigureMatch& match) {
    SaidChange change{mention(match.span),
                      {phrase.verb, phrase.measure, {}, 0, phrase.as_many},
                      {passage_, kNone},
                      {passage_, kNone},
                      match.span,
                      {},
                      false};
    if (const Filler* by = match.find("by")) change.amount.value = by->value;
    const Filler* figure = match.find("claimed");
    if (figure != nullptr && figure->value == kNone) {
      change.said = figure->span;
      if (!read_spelled(passage, sentence, phrase, change)) return;
    } else if (figure != nullptr) {
      if (moved(figure->value)) return;
      change.figure.value = figure->value;
      change.said = figure->span;
      if (!read_figure(passage.values[figure->value].value, phrase, change.claim)) return;
    } else if (phrase.figure) {
      change.claim.figure = *phrase.figure;
      const bool plain = phrase.least == 1 && phrase.most == 1;
      const double least = plain ? 1 / (1 + kFractionSlack) : phrase.least;
      const double most = plain ? 1 + kFractionSlack : phrase.most;
      change.claim.said = {*phrase.figure * least, *phrase.figure * most};
    } else {
      return;
    }
    if (claimed(change.said)) return name_claimed(passage, match, change);
    if (const Filler* metric = match.find("metric")) name_metric(passage, match, *metric, change);
    change.overall = vocabulary_.overall(passage.slice(sentence));
    change.left = figure != nullptr && phrase.figure.has_value();
    metrics_.changes.push_back(std::move(change));
  }

  /// "The number of guests had quadrupled and …": the phrase before read "had quadrupled", of what
  /// it did not know.
  void name_claimed(const Passage& passage, const FigureMatch& match, SaidChange& change) {
    const Filler* metric = match.find("metric");
    if (metric == nullptr || change.figure.value != kNone) return;
    const auto known = std::find_if(
        metrics_.changes.begin() + static_cast<std::ptrdiff_t>(first_change_),
        metrics_.changes.end(), [&](const SaidChange& one) {
          return one.said.overlaps(change.said) && one.metric.empty() &&
                 one.claim.verb == change.claim.verb && one.claim.figure == change.claim.figure;
        });
    if (known == metrics_.changes.end()) return;
    name_metric(passage, match, *metric, change);
    known->metric = change.metric;
  }

  /// "A third less", "sixfold": in words that are no figures.
  bool read_spelled(const Passage& passage, Span sentence, const ChangePhrase& phrase,
                    SaidChange& change) const {
    // "By the half-term", "by a third-party"
    if (passage.slice({change.said.end, sentence.end}).starts_with('-')) return false;
    const std::optional<double> number = vocabulary_.spelled(passage.slice(change.said));
    if (!number) return false;
    const std::vector<std::string> before =
        folded_words(passage.slice({sentence.begin, change.said.begin}));
    const bool loose = !before.empty() && vocabulary_.loose(before.back());
    const double slack = loose ? kLoose : kFractionSlack;
    ChangeClaim& claim = change.claim;
    claim.figure = phrase.fraction ? *number * kHundred : *number;
    claim.said = {claim.figure / (1 + slack), claim.figure * (1 + slack)};
    if (phrase.figure) {
      claim.figure = *phrase.figure - claim.figure;
      claim.said = Extent::exactly(*phrase.figure) - claim.said;
    }
    return true;
  }

  /// A tail of the phrase ends where another clause begins: "doubled sales while …".
  void name_metric(const Passage& passage, const FigureMatch& match, const Filler& metric,
                   SaidChange& change) const {
    Span named = metric.span;
    if (named.end == match.span.end) {
      named.end = named.begin + vocabulary_.clause_end(passage.slice(named));
      const std::string_view kept = trim(passage.slice({match.span.begin, named.end}));
      change.where.span.end = match.span.begin + static_cast<std::uint32_t>(kept.size());
      if (change.figure.value == kNone) change.said = change.where.span;
    }
    // "So the audience trebled": the word is none of its name.
    const std::uint32_t begin = named.begin + vocabulary_.opening(passage.slice(named));
    if (match.span.begin == named.begin) change.where.span.begin = begin;
    if (change.said.begin < begin && change.figure.value == kNone) change.said = change.where.span;
    named.begin = begin;
    change.metric = trim(passage.slice(named));
  }

  /// False where the value is no change at all: nothing, a fraction above one.
  static bool read_figure(const Value& value, const ChangePhrase& phrase, ChangeClaim& claim) {
    claim = claim_of(value, phrase.verb, phrase.measure);
    claim.as_many = phrase.as_many;
    if (phrase.magnitude) {
      claim.figure = std::pow(kTen, claim.figure);
      claim.said = {claim.figure * phrase.least, claim.figure * phrase.most};
    }
    if (phrase.fraction) {
      if (claim.figure <= 0 || claim.figure >= 1) return false;
      claim.figure *= kHundred;
      const Extent near{claim.figure * (1 - kFractionSlack), claim.figure * (1 + kFractionSlack)};
      const Extent said = claim.said * Extent::exactly(kHundred);
      const bool exact = value.qualifier == Qualifier::Exact;
      // "More than half" is more than half.
      claim.said =
          exact ? near : Extent{std::min(near.low, said.low), std::max(near.high, said.high)};
    }
    // "A tenth of it was left": the change is all that is not.
    if (phrase.figure) {
      claim.figure = *phrase.figure - claim.figure;
      claim.said = Extent::exactly(*phrase.figure) - claim.said;
    }
    return claim.figure > 0;
  }

  Metrics& metrics_;
  const Lexicon& lexicon_;
  const MetricVocabulary& vocabulary_;
  std::uint32_t passage_ = 0;
  std::uint32_t sentence_ = 0;
  std::size_t first_movement_ = 0;  // of this sentence
  std::size_t first_change_ = 0;
};

}  // namespace

void read_statements(Metrics& metrics, const Lexicon& lexicon, const MetricVocabulary& vocabulary) {
  StatementReader(metrics, lexicon, vocabulary).read();
}

}  // namespace starlint
