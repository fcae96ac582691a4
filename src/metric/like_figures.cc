#include "metric/like_figures.h"

#include <algorithm>
#include <cmath>

#include "metric/bearing.h"
#include "metric/comparable.h"
#include "metric/ends.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr std::size_t kMostPairs = 60;  // of which ratios are made
constexpr double kLarge = 10;           // smaller figures are told for many reasons
constexpr double kWhole = 100;          // percent
constexpr double kFew = 3;              // of things: fewer are no measure

struct LikePair {
  Figure before;
  Figure after;
  Movement movement;
};

Movement divided(const Movement& all, const Movement& by) {
  Movement m;
  m.before = all.before / by.before;
  m.after = all.after / by.after;
  m.from = all.from / by.from;
  m.to = all.to / by.to;
  m.time = all.time;
  return m;
}

/// Where a figure stands, in the order of the text.
using Place = std::pair<std::uint32_t, std::uint32_t>;

class LikeFigures {
 public:
  LikeFigures(const Metrics& metrics, std::uint32_t change, const Lexicon& lexicon,
              const MetricVocabulary& vocabulary, Counted& counted)
      : metrics_(metrics),
        index_(change),
        lexicon_(lexicon),
        vocabulary_(vocabulary),
        words_(vocabulary.reckoning()),
        counted_(counted) {}

  bool bear_out(const Comparison& held) {
    std::vector<Figure> figures = figures_of_story();
    std::erase_if(figures, [&](Figure figure) {
      return lies_between(figure, held) || (ended_ahead(held) && is_behind(figure)) ||
             is_only_wanted(metrics_, change(), figure, vocabulary_.reckoning());
    });
    for (std::size_t i = 0; i < figures.size(); ++i) {
      for (std::size_t j = i + 1; j < figures.size(); ++j) {
        if (!may_save(figures[i], figures[j], held)) continue;
        if (meet_by_chance(figures[i], figures[j]) || only_date(figures[i], figures[j])) continue;
        if (ties(figures[i], figures[j]) || ties(figures[j], figures[i])) return true;
      }
    }
    return is_of_each() && ratios_tie();
  }

  std::vector<FigurePair> behind(const std::vector<std::string>& named) {
    const Place claim{change().where.passage, change().where.span.begin};
    std::vector<FigurePair> found;
    std::vector<FigurePair> others;
    const std::vector<Figure> figures = figures_of_story();
    for (std::size_t i = 0; i < figures.size(); ++i) {
      for (std::size_t j = i + 1; j < figures.size(); ++j) {
        if (!may_be_meant(figures[i], figures[j])) continue;
        if (place_of(figures[i]) < claim) return {};
        const bool told = names(figures[i], named) || names(figures[j], named);
        (told ? found : others).push_back({figures[i], figures[j]});
      }
    }
    if (found.empty() && others.size() == 1 && is_large(others.front())) return others;
    std::erase_if(found, [&](const FigurePair& pair) {
      return place_of(pair.after) != place_of(found.back().after);
    });
    return found;
  }

 private:
  Place place_of(Figure figure) const {
    return {figure.passage, metrics_.passages[figure.passage].masked.offset_of(figure.value)};
  }

  Span sentence_of(Figure figure) const {
    return metrics_.passages[figure.passage].masked.sentence(place_of(figure).second);
  }

  bool is_large(const FigurePair& pair) const {
    return std::min(nominal(metrics_.value(pair.before)), nominal(metrics_.value(pair.after))) >=
           kLarge;
  }

  bool names(Figure figure, const std::vector<std::string>& named) const {
    const std::vector<std::string> words =
        folded_words(metrics_.passages[figure.passage].slice(sentence_of(figure)));
    return std::any_of(named.begin(), named.end(),
                       [&](const std::string& word) { return holds_word(words, word); });
  }

  bool may_be_meant(Figure before, Figure after) {
    return like(before, after) && !is_split(before, after) && !is_aside(before) &&
           !is_aside(after) && may_be_ends(metrics_, index_, before, after, lexicon_, words_);
  }

  /// "For the whole year", "in four years": they tell when something else was.
  bool only_date(Figure a, Figure b) const {
    const auto period = [&](Figure figure) {
      const Typed& typed = metrics_.typed(figure);
      return typed.value.kind == ValueKind::Duration && typed.numbers.empty();
    };
    return (period(a) && is_frame(b)) || (period(b) && is_frame(a));
  }

  /// "30 % testing and 70 % writing": the parts of one whole.
  bool is_split(Figure a, Figure b) const {
    const Value& first = metrics_.value(a);
    return first.kind == ValueKind::Percent &&
           std::abs(nominal(first) + nominal(metrics_.value(b)) - kWhole) < 1;
  }

  /// What was only wanted, the "nine" of "one in nine", and how long it took to get there.
  bool is_aside(Figure figure) const {
    const Passage& passage = metrics_.passages[figure.passage];
    const std::string_view before =
        passage.slice({sentence_of(figure).begin, place_of(figure).second});
    return words_.found("aim", before) || words_.found("one in", before) || is_frame(figure);
  }

  bool is_frame(Figure figure) const {
    const Passage& passage = metrics_.passages[figure.passage];
    const std::vector<std::string> words =
        folded_words(passage.slice({sentence_of(figure).begin, place_of(figure).second}));
    return metrics_.value(figure).kind == ValueKind::Duration && !words.empty() &&
           vocabulary_.time_frame(words.back());
  }

  const SaidChange& change() const { return metrics_.changes[index_]; }

  /// "We had 42 days, which is 20 % less": where it ended is told in the very sentence.
  bool ended_ahead(const Comparison& held) const {
    const Place claim{change().where.passage, change().said.begin};
    const Span own = sentence_at(change().where);
    return place_of(held.after) < claim && held.after.passage == claim.first &&
           own.contains(place_of(held.after).second);
  }

  bool is_behind(Figure figure) const {
    return place_of(figure) > Place{change().where.passage, change().said.begin};
  }

  /// Figures far from the claim meet it by chance, and so may one of a pair that is told as one.
  bool may_save(Figure a, Figure b, const Comparison& held) const {
    const Place claim{change().where.passage, sentence_at(change().where).begin};
    const auto is = [&](Figure figure, Figure end) { return place_of(figure) == place_of(end); };
    const auto said_with = [&](Figure figure) {
      return Place{figure.passage, sentence_of(figure).begin} == claim;
    };
    const bool told_as_one = said_with(held.before) && said_with(held.after);
    const auto of_pair = [&](Figure figure) {
      return is(figure, held.before) || is(figure, held.after);
    };
    if (told_as_one && (of_pair(a) || of_pair(b))) return false;
    if (change().overall) return true;
    // "The 14 points had 300 visits. That is …": of the visits.
    const Place ended{held.after.passage, sentence_of(held.after).begin};
    const auto ended_with = [&](Figure figure) {
      return Place{figure.passage, sentence_of(figure).begin} == ended;
    };
    return said_with(a) || said_with(b) || ended_with(a) || ended_with(b);
  }

  /// "From 500 to 350, 150 fewer"
  bool lies_between(Figure figure, const Comparison& held) const {
    const Value& value = metrics_.value(figure);
    return value.kind == metrics_.value(held.before).kind &&
           nominal(value) == std::abs(held.movement.from - held.movement.to);
  }

  /// Small numbers that count nothing, and an end of a movement that the other has no part in.
  bool meet_by_chance(Figure a, Figure b) {
    const auto small = [&](Figure figure) {
      const Value& value = metrics_.value(figure);
      return value.kind == ValueKind::Cardinal && value.low < kLarge && !counted_.has_noun(figure);
    };
    if (ends_movement(a) != ends_movement(b)) return !change().overall;
    return !ends_movement(a) && (small(a) || small(b));
  }

  bool ends_movement(Figure figure) const {
    const auto is = [&](Figure end) {
      return end.passage == figure.passage && end.value == figure.value;
    };
    return std::any_of(
        metrics_.movements.begin(), metrics_.movements.end(),
        [&](const SaidMovement& movement) { return is(movement.before) || is(movement.after); });
  }

  Span sentence_at(const Mention& where) const {
    return metrics_.passages[where.passage].masked.sentence(where.span.begin);
  }

  /// "Forty per cent": a claim itself is no measure.
  bool is_claim(Figure figure) const {
    return std::any_of(
        metrics_.changes.begin(), metrics_.changes.end(), [&](const SaidChange& other) {
          return other.figure.passage == figure.passage && other.figure.value == figure.value;
        });
  }

  std::vector<Figure> figures_of_story() const {
    std::vector<Figure> found;
    const std::uint32_t here = change().where.passage;
    const auto passages = static_cast<std::uint32_t>(metrics_.passages.size());
    const std::uint32_t end = std::min(passages, here + kFarthest + 1);
    for (std::uint32_t p = here - std::min(here, kFarthest); p < end; ++p) {
      if (!in_one_story(metrics_, here, p)) continue;
      for (const auto& token : metrics_.passages[p].masked.tokens()) {
        const Figure figure{p, token.second};
        const Value& value = metrics_.value(figure);
        const bool few = value.kind == ValueKind::Cardinal && value.low < kFew;
        if (!few && !is_bound(metrics_, figure) && !is_claim(figure)) found.push_back(figure);
      }
    }
    return found;
  }

  std::optional<Movement> like(Figure a, Figure b) {
    auto movement = movement_between(metrics_.typed(a), metrics_.typed(b), lexicon_);
    const bool kin = metrics_.value(a).kind == metrics_.value(b).kind;
    if (!movement || !kin || !counted_.alike(a, b)) movement.reset();
    return movement;
  }

  bool ties(Figure a, Figure b) {
    const std::optional<Movement> movement = like(a, b);
    return movement && judge_any_time(metrics_, index_, a, b, *movement) == ChangeVerdict::Ok;
  }

  /// "Per order that is 40 percent fewer"
  bool is_of_each() const {
    const Passage& passage = metrics_.passages[change().where.passage];
    const std::vector<std::string> said =
        folded_words(passage.slice(passage.masked.sentence(change().where.span.begin)));
    return std::any_of(said.begin(), said.end(),
                       [&](const std::string& word) { return words_.per(word); });
  }

  /// "60 of 12,000 before, 48 of 16,000 now"
  bool ratios_tie() {
    std::vector<LikePair> pairs;
    const std::vector<Figure> figures = figures_of_story();
    for (std::size_t i = 0; i < figures.size(); ++i) {
      for (std::size_t j = i + 1; j < figures.size() && pairs.size() < kMostPairs; ++j) {
        const std::optional<Movement> movement = like(figures[i], figures[j]);
        if (movement) pairs.push_back({figures[i], figures[j], *movement});
      }
    }
    return std::any_of(pairs.begin(), pairs.end(), [&](const LikePair& all) {
      return std::any_of(pairs.begin(), pairs.end(), [&](const LikePair& by) {
        return counted_.has_noun(by.before) && counted_.has_noun(by.after) &&
               !counted_.alike(all.before, by.before) &&
               judge(change().claim, divided(all.movement, by.movement)) == ChangeVerdict::Ok;
      });
    });
  }

  const Metrics& metrics_;
  std::uint32_t index_;
  const Lexicon& lexicon_;
  const MetricVocabulary& vocabulary_;
  const ReckoningWords& words_;
  Counted& counted_;
};

}  // namespace

bool like_figures_bear_out(const Metrics& metrics, const Comparison& held, const Lexicon& lexicon,
                           const MetricVocabulary& vocabulary, Counted& counted) {
  return LikeFigures(metrics, held.change, lexicon, vocabulary, counted).bear_out(held);
}

std::vector<FigurePair> pairs_behind(const Metrics& metrics, std::uint32_t change,
                                     const std::vector<std::string>& named, const Lexicon& lexicon,
                                     const MetricVocabulary& vocabulary, Counted& counted) {
  return LikeFigures(metrics, change, lexicon, vocabulary, counted).behind(named);
}

}  // namespace starlint
