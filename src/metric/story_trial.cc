#include "metric/story_trial.h"

#include <algorithm>

#include "metric/bearing.h"
#include "metric/comparable.h"
#include "metric/ends.h"
#include "metric/quantity.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr std::size_t kMostFigures = 60;  // of a story; more are a page
constexpr double kFew = 3;                // of things: fewer are no measure
constexpr double kBorrows = 10;           // smaller numbers are told for many reasons
constexpr std::size_t kMostShared = 3;    // words of a sentence that count
constexpr std::size_t kHere = 8;          // weight of a figure in the sentence of the claim
constexpr std::size_t kBefore = 4;        // and in the sentence before
constexpr std::size_t kSpeaks = 2;        // words of the claim that make a story the one of it
constexpr std::uint32_t kNear = 16;       // bytes from a part to its whole: "24 of the 27"
constexpr double kDay = 86400;            // seconds

/// In the order of the notes: passage, offset in masked text.
using Place = std::pair<std::uint32_t, std::uint32_t>;

/// A figure of the story that a change may have begun at or ended in.
struct End {
  Quantity quantity;
  Place at;
  std::uint32_t sentence = 0;      // of those of the story
  std::vector<std::string> words;  // telling ones of its sentence
  std::size_t shared = 0;          // of them with the claim
  bool aside = false;              // only wanted, or told of others
  bool frame = false;              // "in four weeks": when something else was done
};

class StoryTrial {
 public:
  StoryTrial(const TriedClaim& claim, const StoryNotes& notes, const Lexicon& lexicon,
             const MetricVocabulary& vocabulary)
      : claim_(claim),
        notes_(notes),
        told_(*notes.metrics),
        lexicon_(lexicon),
        vocabulary_(vocabulary),
        words_(vocabulary.reckoning()),
        claimed_{claim.said().where.passage, claim.said().said.begin} {}

  TrialResult run() {
    std::uint32_t sentences = 0;
    for (const std::uint32_t p : notes_.passages) collect(p, sentences);
    TrialResult out;
    if (ends_.size() > kMostFigures) return out;
    out.borne_out = is_borne_out();
    if (!out.borne_out) out.against = meant();
    if (!out.borne_out && !out.against && !own_ && speaks()) out.against = only_one();
    return out;
  }

 private:
  const Value& value(const End& end) const { return told_.value(end.quantity.figure); }
  ValueKind kind(const End& end) const { return value(end).kind; }

  void collect(std::uint32_t p, std::uint32_t& sentences) {
    const Passage& passage = told_.passages[p];
    const bool own = claim_.metrics == &told_ && p == claimed_.first;
    if (own) {
      own_ = true;
      claim_sentence_ = sentences;
      for (const Span& one : passage.masked.sentences()) {
        if (one.end <= claim_.said().where.span.begin) ++claim_sentence_;
      }
    }
    for (Quantity& one : read_quantities(passage, p, words_)) add(passage, one, sentences);
    sentences += static_cast<std::uint32_t>(passage.masked.sentences().size());
  }

  void add(const Passage& passage, Quantity& one, std::uint32_t sentences) {
    const Span sentence = passage.masked.sentence(one.at);
    const std::string_view ahead = passage.slice({sentence.begin, one.at});
    const std::string_view behind = passage.slice({one.at + 1, sentence.end});
    const Value& said = told_.value(one.figure);
    const bool counts = said.kind == ValueKind::Cardinal;
    const bool few = counts && said.low < kFew && one.per.empty();
    const bool whole = counts && is_whole(passage, one);
    if (!said.single() || few || whole || one.differs || is_change(one.figure)) return;
    if (words_.found("one in", ahead) || words_.found("repeated", behind) ||
        words_.found("aged", ahead)) {
      return;
    }
    End end;
    end.at = {one.figure.passage, one.at};
    end.sentence = sentences + one.sentence;
    end.words = telling_words(passage.slice(sentence), vocabulary_);
    end.shared = std::min(kMostShared, shared_words(claim_.words, end.words));
    end.aside = words_.found("wished", ahead) || words_.found("elsewhere", around(passage, one.at));
    end.frame = one.instant || is_frame(said, ahead);
    end.quantity = std::move(one);
    ends_.push_back(std::move(end));
  }

  /// The 27 of "24 of the 27"
  static bool is_whole(const Passage& passage, const Quantity& one) {
    const Span sentence = passage.masked.sentence(one.at);
    return one.of_whole && std::any_of(passage.masked.tokens().begin(),
                                       passage.masked.tokens().end(), [&](const auto& token) {
                                         return sentence.begin <= token.first &&
                                                token.first < one.at &&
                                                one.at - token.first < kNear;
                                       });
  }

  bool is_frame(const Value& value, std::string_view ahead) const {
    const std::vector<std::string> before = folded_words(ahead);
    return value.kind == ValueKind::Duration && value.low >= kDay && !before.empty() &&
           vocabulary_.time_frame(before.back()) && !words_.found("up to", before.back());
  }

  /// From the figure before to the one behind, within its sentence.
  std::string_view around(const Passage& passage, std::uint32_t at) const {
    Span span = passage.masked.sentence(at);
    for (const auto& [place, value] : passage.masked.tokens()) {
      if (place < at) span.begin = std::max(span.begin, place + 1);
      if (place > at) span.end = std::min(span.end, place);
    }
    return passage.slice(span);
  }

  bool is_change(Figure figure) const {
    return std::any_of(told_.changes.begin(), told_.changes.end(), [&](const SaidChange& one) {
      return one.figure.passage == figure.passage && one.figure.value == figure.value;
    });
  }

  /// Told in the sentence of the claim, ahead of it.
  bool ends_here(const End& end) const {
    return own_ && end.sentence == claim_sentence_ && end.at < claimed_;
  }

  /// Told in the sentence before, where that of the claim has no figure ahead of it.
  bool ends_before(const End& end) const {
    return own_ && end.sentence + 1 == claim_sentence_ &&
           std::none_of(ends_.begin(), ends_.end(),
                        [&](const End& other) { return ends_here(other); });
  }

  /// The figure that the words of the notes make one the other end of; none of most.
  std::optional<Figure> partner_of(Figure figure) const {
    const auto is = [&](Figure other) {
      return other.passage == figure.passage && other.value == figure.value;
    };
    for (const SaidMovement& movement : told_.movements) {
      if (is(movement.before)) return movement.after;
      if (is(movement.after)) return movement.before;
    }
    return std::nullopt;
  }

  /// Neither is told as an end of a movement that the other has no part in.
  bool may_be_partners(const End& a, const End& b) const {
    for (const auto& [one, other] : {std::pair{&a, &b}, std::pair{&b, &a}}) {
      const std::optional<Figure> partner = partner_of(one->quantity.figure);
      const Figure& figure = other->quantity.figure;
      if (partner && (partner->passage != figure.passage || partner->value != figure.value)) {
        return false;
      }
    }
    return true;
  }

  bool is_bare(const End& end) const {
    return kind(end) == ValueKind::Cardinal && end.quantity.noun.empty();
  }

  bool of_one_noun(const End& a, const End& b) const {
    const auto any = [&](const End& one) {
      return one.quantity.noun.empty() || words_.found("anything", one.quantity.noun);
    };
    return any(a) || any(b) || same_word(a.quantity.noun, b.quantity.noun);
  }

  static bool of_one_name(const End& a, const End& b) {
    return !a.quantity.noun.empty() && same_word(a.quantity.noun, b.quantity.noun);
  }

  /// Seconds of the period that it is told of: "a month"; 0 where none is said.
  static double period_of(const End& end) {
    return end.quantity.per.size() == 1 ? end.quantity.per.front().seconds : 0;
  }
  static bool at_one_rate(const End& a, const End& b) {
    return period_of(a) > 0 && period_of(a) == period_of(b);
  }
  static bool at_two_rates(const End& a, const End& b) {
    return period_of(a) > 0 && period_of(b) > 0 && period_of(a) != period_of(b);
  }

  bool may_go_together(const End& a, const End& b) const {
    if (kind(a) != kind(b) && !is_bare(b)) return false;
    return !at_two_rates(a, b) && (of_one_noun(a, b) || at_one_rate(a, b));
  }

  std::optional<Comparison> hold(const End& a, const End& b) const {
    if (!may_go_together(a, b)) return std::nullopt;
    const Typed& before = told_.typed(a.quantity.figure);
    const Typed& after = told_.typed(b.quantity.figure);
    const std::optional<Movement> movement = movement_between(before, after, lexicon_);
    if (!movement || !moves_as_claimed(claim_.said().claim, *movement)) return std::nullopt;
    Comparison out;
    out.change = claim_.change;
    out.before = a.quantity.figure;
    out.after = b.quantity.figure;
    out.movement = *movement;
    out.verdict = judge_any_time(claim_.said().claim, before, after, *movement);
    return out;
  }

  /// Where the claim's own sentence says in what it ended, nothing behind it bears it out.
  bool is_borne_out() const {
    const bool here = std::any_of(ends_.begin(), ends_.end(),
                                  [&](const End& one) { return ends_here(one) && !one.aside; });
    const auto bears = [&](const End& a, const End& b) {
      if (here && (a.at > claimed_ || b.at > claimed_)) return false;
      const std::optional<Comparison> held = hold(a, b);
      return held && held->verdict == ChangeVerdict::Ok;
    };
    for (std::size_t i = 0; i < ends_.size(); ++i) {
      for (std::size_t j = i + 1; j < ends_.size(); ++j) {
        const bool asides = ends_[i].aside && ends_[j].aside;
        if (asides) continue;
        if (bears(ends_[i], ends_[j])) return true;
        // "30 minutes. It had been two hours."
        const bool near = ends_[j].sentence <= ends_[i].sentence + 1;
        if (near && bears(ends_[j], ends_[i])) return true;
      }
    }
    return false;
  }

  bool may_be_end(const End& end) const {
    return !end.aside && !end.frame && !is_bound(told_, end.quantity.figure);
  }

  /// What it counts is what the claim speaks of.
  bool is_named(const End& end) const {
    return !end.quantity.noun.empty() && holds_word(claim_.words, end.quantity.noun);
  }

  /// Numbers are told of many things: of one name, at one rate, or right where the claim stands.
  bool count_one_thing(const End& a, const End& b) const {
    if (at_one_rate(a, b)) return true;
    const bool small = std::min(nominal(value(a)), nominal(value(b))) < kBorrows;
    if (small) return is_named(a) && of_one_name(a, b);
    const bool near = ends_here(b) || ends_before(b);
    return !own_ || of_one_name(a, b) || (near && shared_words(a.words, b.words) > 0);
  }

  /// The words speak of what changed.
  bool may_be_meant(const End& a, const End& b) const {
    if (!may_be_end(a) || !may_be_end(b) || !may_be_partners(a, b)) return false;
    const bool small = std::min(nominal(value(a)), nominal(value(b))) < kBorrows;
    if (kind(a) != kind(b) && small) return false;
    if (kind(a) == ValueKind::Cardinal && !count_one_thing(a, b)) return false;
    if (own_) return leans(a, b);
    // Percentages are told of everything.
    const std::size_t least = kind(a) == ValueKind::Percent ? 2 : 1;
    return is_named(a) || a.shared >= least;
  }

  /// In its own story: the claim leans on where it ended, or its measure is named.
  bool leans(const End& a, const End& b) const {
    if (kind(a) == ValueKind::Percent || b.at > claimed_) return false;
    if (claim_.metric.empty()) return true;
    return shared_words(claim_.metric, a.words) + shared_words(claim_.metric, b.words) > 0;
  }

  std::optional<Comparison> meant() const {
    std::optional<Comparison> found;
    std::size_t best = 0;
    bool unsure = false;
    for (std::size_t i = 0; i < ends_.size(); ++i) {
      for (std::size_t j = i + 1; j < ends_.size(); ++j) {
        if (!may_be_meant(ends_[i], ends_[j])) continue;
        const std::optional<Comparison> held = hold(ends_[i], ends_[j]);
        if (!held) continue;
        const std::size_t weight = weight_of(i, j);
        if (found && weight < best) continue;
        unsure = found && weight == best && !same(*found, *held);
        best = weight;
        found = held;
      }
    }
    if (unsure) found.reset();
    return found;
  }

  /// The story has so many words of the claim that it must be the one of it.
  bool speaks() const { return shared_words(claim_.words, notes_.words) >= kSpeaks; }

  /// The only two figures of the story that go together.
  std::optional<Comparison> only_one() const {
    std::optional<Comparison> found;
    for (std::size_t i = 0; i < ends_.size(); ++i) {
      for (std::size_t j = i + 1; j < ends_.size(); ++j) {
        const End& a = ends_[i];
        const End& b = ends_[j];
        if (!may_be_end(a) || !may_be_end(b) || !may_be_partners(a, b)) continue;
        if (kind(a) != kind(b) || kind(a) == ValueKind::Percent) continue;
        if (a.sentence == b.sentence) continue;
        if (claim_.metrics == &told_ && !of_one_name(a, b)) continue;
        const std::optional<Comparison> held = hold(a, b);
        if (!held) continue;
        if (found) return std::nullopt;
        found = held;
      }
    }
    return found;
  }

  /// Figures whose sentences speak of the claim, that count things of one name, the first and the
  /// last of their kind.
  std::size_t weight_of(std::size_t i, std::size_t j) const {
    const End& a = ends_[i];
    const End& b = ends_[j];
    const auto like = [&](const End& other) {
      return !other.aside && kind(other) == kind(a) && of_one_noun(other, a);
    };
    const bool first =
        std::none_of(ends_.begin(), ends_.begin() + static_cast<std::ptrdiff_t>(i), like);
    const bool last =
        std::none_of(ends_.begin() + static_cast<std::ptrdiff_t>(j) + 1, ends_.end(), like);
    const std::size_t near = ends_here(b) ? kHere : ends_before(b) ? kBefore : 0;
    return 2 * a.shared + b.shared + (is_named(a) ? 2U : 0U) + (first ? 1U : 0U) +
           (last ? 1U : 0U) + near;
  }

  static bool same(const Comparison& a, const Comparison& b) {
    return a.movement.from == b.movement.from && a.movement.to == b.movement.to;
  }

  const TriedClaim& claim_;
  const StoryNotes& notes_;
  const Metrics& told_;
  const Lexicon& lexicon_;
  const MetricVocabulary& vocabulary_;
  const ReckoningWords& words_;
  Place claimed_;
  bool own_ = false;  // the claim stands in the story
  std::uint32_t claim_sentence_ = 0;
  std::vector<End> ends_;
};

}  // namespace

namespace {

/// "Queries are 20 % faster": what stands before the claim in its clause.
std::vector<std::string> subject_of(const Passage& passage, const SaidChange& change,
                                    const MetricVocabulary& vocabulary) {
  const std::uint32_t end = std::min(change.said.begin, change.where.span.begin);
  const std::uint32_t begin = passage.masked.sentence(change.where.span.begin).begin;
  const std::string_view ahead = passage.slice({std::min(begin, end), end});
  if (vocabulary.reckoning().found("so", ahead)) return {};
  const std::size_t mark = ahead.find_last_of(",;:(\"");
  return telling_words(mark == ahead.npos ? ahead : ahead.substr(mark + 1), vocabulary);
}

}  // namespace

TriedClaim tried_claim(const Metrics& metrics, std::uint32_t change,
                       const MetricVocabulary& vocabulary) {
  const SaidChange& said = metrics.changes[change];
  const Passage& passage = metrics.passages[said.where.passage];
  const Span sentence = passage.masked.sentence(said.where.span.begin);
  TriedClaim claim{&metrics, change, telling_words(said.metric, vocabulary),
                   telling_words(passage.slice(sentence), vocabulary)};
  if (claim.metric.empty()) claim.metric = subject_of(passage, said, vocabulary);
  return claim;
}

TrialResult try_claim(const TriedClaim& claim, const StoryNotes& notes, const Lexicon& lexicon,
                      const MetricVocabulary& vocabulary) {
  return StoryTrial(claim, notes, lexicon, vocabulary).run();
}

}  // namespace starlint
