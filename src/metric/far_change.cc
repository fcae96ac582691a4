#include "metric/far_change.h"

#include <algorithm>
#include <map>

#include "metric/bearing.h"
#include "metric/comparable.h"
#include "metric/ends.h"
#include "metric/quantity.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr std::size_t kMostLoose = 16;    // passages outside of all stories that are read as one
constexpr std::size_t kMostFigures = 40;  // of a story; more are a page
constexpr std::size_t kHalf = 2;          // of the words of a measure's name must be told
constexpr double kDay = 86400;            // seconds
constexpr double kFew = 3;                // of things: fewer are no measure
constexpr double kBorrows = 10;           // smaller numbers are told for many reasons
constexpr std::size_t kMostShared = 3;    // words of a sentence that count

std::vector<std::string> telling(std::string_view masked, const MetricVocabulary& vocabulary) {
  const ReckoningWords& words = vocabulary.reckoning();
  std::vector<std::string> out = folded_words(masked);
  std::erase_if(out, [&](const std::string& word) {
    return word.size() < 2 || vocabulary.glue(word) || vocabulary.generic(word) ||
           words.stop(word) || words.period(word) > 0 || words.adverb(word) > 0;
  });
  return out;
}

std::size_t shared(const std::vector<std::string>& some, const std::vector<std::string>& all) {
  return static_cast<std::size_t>(std::count_if(
      some.begin(), some.end(), [&](const std::string& word) { return holds_word(all, word); }));
}

/// A figure of the story that a change may have begun at or ended in.
struct End {
  Quantity quantity;
  std::size_t shared = 0;  // words of the claim in its sentence
  bool aside = false;      // only wanted, or told of others
};

class FarTrial {
 public:
  FarTrial(const FarClaim& claim, const StoryNotes& notes, const Lexicon& lexicon,
           const MetricVocabulary& vocabulary)
      : claim_(claim),
        notes_(notes),
        told_(*notes.metrics),
        lexicon_(lexicon),
        vocabulary_(vocabulary),
        words_(vocabulary.reckoning()) {}

  FarFigures run() {
    for (const std::uint32_t p : notes_.passages) collect(p);
    FarFigures out;
    if (ends_.size() > kMostFigures) return out;
    std::size_t best = 0;
    bool unsure = false;
    for (std::size_t i = 0; i < ends_.size(); ++i) {
      for (std::size_t j = i + 1; j < ends_.size(); ++j) {
        const std::optional<Comparison> held = hold(ends_[i], ends_[j]);
        if (!held) continue;
        if (held->verdict == ChangeVerdict::Ok) return {true, std::nullopt};
        if (ends_[i].aside || ends_[j].aside || !may_be_meant(ends_[i], ends_[j])) continue;
        const std::size_t weight = weight_of(i, j);
        if (out.against && weight < best) continue;
        unsure = out.against && weight == best && !same(*out.against, *held);
        best = weight;
        out.against = held;
      }
    }
    if (unsure) out.against.reset();
    return out;
  }

 private:
  const Value& value(const End& end) const { return told_.value(end.quantity.figure); }

  void collect(std::uint32_t p) {
    const Passage& passage = told_.passages[p];
    for (Quantity& one : read_quantities(passage, p, words_)) {
      const Span sentence = passage.masked.sentence(one.at);
      const std::string_view behind = passage.slice({one.at + 1, sentence.end});
      const Value& said = told_.value(one.figure);
      const bool few = said.kind == ValueKind::Cardinal && said.low < kFew;
      if (!said.single() || few || one.instant || one.differs || is_change(one.figure)) continue;
      if (words_.found("one in", passage.slice({sentence.begin, one.at})) ||
          words_.found("repeated", behind) ||
          words_.found("aged", passage.slice({sentence.begin, one.at}))) {
        continue;
      }
      End end;
      end.aside = words_.found("wished", passage.slice({sentence.begin, one.at})) ||
                  words_.found("elsewhere", around(passage, one.at));
      end.shared = std::min(kMostShared,
                            shared(claim_.words, telling(passage.slice(sentence), vocabulary_)));
      end.quantity = std::move(one);
      ends_.push_back(std::move(end));
    }
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

  bool may_go_together(const End& a, const End& b) const {
    for (const auto& [one, other] : {std::pair{&a, &b}, std::pair{&b, &a}}) {
      const std::optional<Figure> partner = partner_of(one->quantity.figure);
      const Figure& figure = other->quantity.figure;
      if (partner && (partner->passage != figure.passage || partner->value != figure.value)) {
        return false;
      }
    }
    if (value(a).kind != value(b).kind) {
      if (value(b).kind != ValueKind::Cardinal || !b.quantity.noun.empty()) return false;
    }
    return of_one_noun(a.quantity, b.quantity) && at_one_rate(a.quantity, b.quantity);
  }

  /// The words speak of what changed; few things are counted for many reasons.
  bool may_be_meant(const End& a, const End& b) const {
    const bool small = std::min(nominal(value(a)), nominal(value(b))) < kBorrows;
    const bool bare = value(b).kind == ValueKind::Cardinal && b.quantity.noun.empty();
    if (value(a).kind != value(b).kind && small) return false;
    const bool named = !a.quantity.noun.empty() && holds_word(claim_.words, a.quantity.noun);
    const bool counted = value(a).kind == ValueKind::Cardinal;
    if (counted && small && !(named && (bare || same_word(a.quantity.noun, b.quantity.noun)))) {
      return false;
    }
    // Percentages are told of everything.
    const std::size_t least = value(a).kind == ValueKind::Percent ? 2 : 1;
    return named || a.shared >= least;
  }

  bool of_one_noun(const Quantity& a, const Quantity& b) const {
    const auto any = [&](const Quantity& one) {
      return one.noun.empty() || words_.found("anything", one.noun);
    };
    return any(a) || any(b) || same_word(a.noun, b.noun);
  }

  static bool at_one_rate(const Quantity& a, const Quantity& b) {
    if (a.per.size() != 1 || b.per.size() != 1) return true;
    return a.per.front().seconds == b.per.front().seconds;
  }

  std::optional<Comparison> hold(const End& a, const End& b) const {
    if (!may_go_together(a, b)) return std::nullopt;
    const Typed& before = told_.typed(a.quantity.figure);
    const Typed& after = told_.typed(b.quantity.figure);
    const std::optional<Movement> movement = movement_between(before, after, lexicon_);
    if (!movement || !moves_as_claimed(claim_.said().claim, *movement)) return std::nullopt;
    Comparison out;
    out.before = a.quantity.figure;
    out.after = b.quantity.figure;
    out.movement = *movement;
    out.verdict = judge_any_time(claim_.said().claim, before, after, *movement);
    return out;
  }

  /// Figures whose sentences speak of the claim, that count things of one name, the first and the
  /// last of their kind.
  std::size_t weight_of(std::size_t i, std::size_t j) const {
    const End& a = ends_[i];
    const End& b = ends_[j];
    const auto like = [&](const End& other) {
      return !other.aside && value(other).kind == value(a).kind &&
             of_one_noun(other.quantity, a.quantity);
    };
    const bool first =
        std::none_of(ends_.begin(), ends_.begin() + static_cast<std::ptrdiff_t>(i), like);
    const bool last =
        std::none_of(ends_.begin() + static_cast<std::ptrdiff_t>(j) + 1, ends_.end(), like);
    const bool named = !a.quantity.noun.empty() && holds_word(claim_.words, a.quantity.noun);
    return 2 * a.shared + b.shared + (named ? 2U : 0U) + (first ? 1U : 0U) + (last ? 1U : 0U);
  }

  static bool same(const Comparison& a, const Comparison& b) {
    return a.movement.from == b.movement.from && a.movement.to == b.movement.to;
  }

  const FarClaim& claim_;
  const StoryNotes& notes_;
  const Metrics& told_;
  const Lexicon& lexicon_;
  const MetricVocabulary& vocabulary_;
  const ReckoningWords& words_;
  std::vector<End> ends_;
};

bool may_be_far(const SaidChange& change) {
  const Measure measure = change.claim.measure;
  return measure != Measure::Points && change.claim.verb != Verb::Any && !change.left &&
         change.amount.value == kNone;
}

/// "It was 25 points, so 50 % more": what the claim is about stands here.
bool measures_here(const Metrics& metrics, const SaidChange& change, Span sentence,
                   const ReckoningWords& words) {
  const std::uint32_t p = change.where.passage;
  const std::vector<Quantity> all = read_quantities(metrics.passages[p], p, words);
  return std::any_of(all.begin(), all.end(), [&](const Quantity& one) {
    const Value& value = metrics.value(one.figure);
    const bool period = value.kind == ValueKind::Duration && value.low >= kDay;
    return sentence.begin <= one.at && one.at < change.said.begin && value.high >= 1 && !period;
  });
}

}  // namespace

std::vector<StoryNotes> notes_of(const Metrics& metrics, const MetricVocabulary& vocabulary) {
  std::map<std::uint32_t, StoryNotes> stories;
  for (std::uint32_t p = 0; p < metrics.passages.size(); ++p) {
    StoryNotes& notes = stories[metrics.stories[p]];
    notes.metrics = &metrics;
    notes.story = metrics.stories[p];
    notes.passages.push_back(p);
    for (std::string& word : telling(metrics.passages[p].masked.text(), vocabulary)) {
      notes.words.push_back(std::move(word));
    }
  }
  std::vector<StoryNotes> out;
  for (auto& [story, notes] : stories) {
    if (story != kNone || notes.passages.size() <= kMostLoose) out.push_back(std::move(notes));
  }
  return out;
}

std::vector<FarClaim> far_claims(const Metrics& metrics, const MetricVocabulary& vocabulary) {
  std::vector<bool> paired(metrics.changes.size());
  for (const Comparison& comparison : metrics.comparisons) paired[comparison.change] = true;
  std::vector<FarClaim> out;
  for (std::uint32_t i = 0; i < metrics.changes.size(); ++i) {
    const SaidChange& change = metrics.changes[i];
    if (paired[i] || !may_be_far(change) || !possible(change.claim)) continue;
    const Passage& passage = metrics.passages[change.where.passage];
    const Span sentence = passage.masked.sentence(change.where.span.begin);
    if (measures_here(metrics, change, sentence, vocabulary.reckoning())) continue;
    const std::string_view ahead =
        passage.slice({sentence.begin, std::max(sentence.begin, change.said.begin)});
    const ReckoningWords& words = vocabulary.reckoning();
    if (words.found("wished", ahead) || words.found("hedged", passage.slice(sentence))) continue;
    FarClaim claim{&metrics, i, telling(change.metric, vocabulary),
                   telling(passage.slice(sentence), vocabulary), false};
    claim.named = !claim.metric.empty();
    if (!claim.named) claim.metric = claim.words;
    if (!claim.metric.empty()) out.push_back(std::move(claim));
  }
  return out;
}

std::size_t shared_topic(const FarClaim& claim, const StoryNotes& notes) {
  const std::size_t named = shared(claim.metric, notes.words);
  const std::size_t least =
      claim.named ? (claim.metric.size() + kHalf) / kHalf : std::min(kHalf, claim.metric.size());
  return named < least ? 0 : shared(claim.words, notes.words);
}

FarFigures weigh_far(const FarClaim& claim, const StoryNotes& notes, const Lexicon& lexicon,
                     const MetricVocabulary& vocabulary) {
  return FarTrial(claim, notes, lexicon, vocabulary).run();
}

}  // namespace starlint
