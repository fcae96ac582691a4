#include "metric/reckoning.h"

#include <algorithm>
#include <map>

#include "base/strings.h"
#include "metric/story_figures.h"
#include "metric/trial.h"

namespace starlint {

namespace {

constexpr std::size_t kMostOfStory = 60;  // figures; more are a page, not a story
constexpr std::uint32_t kOpening = 1;     // the last sentence that may follow from another passage

/// The sentence of the claim, without a clause behind it that has a subject of its own: "…, and I
/// could say why".
std::string_view clause_of(const Trial& trial, std::string_view sentence, std::uint32_t begin) {
  std::size_t comma = sentence.find(',', trial.claim().at - begin);
  while (comma != sentence.npos && !trial.words.found("next clause", sentence.substr(comma))) {
    comma = sentence.find(',', comma + 1);
  }
  return sentence.substr(0, comma);
}

/// Whether the sentence of the claim asks, or says that its figures need not tie.
bool unsure(const Trial& trial, Operation operation) {
  const Span sentence = trial.passage.masked.sentence(trial.claim().at);
  const std::string_view said = clause_of(trial, trial.passage.slice(sentence), sentence.begin);
  const bool adds = operation == Operation::Sum || operation == Operation::Rest;
  return said.ends_with('?') || trial.words.found("hedged", said) ||
         (adds && trial.words.found("crew", said));
}

/// Whether the figure was told before: nothing is worked out then. The parts of a list may be
/// alike, and its average one of them.
bool told_before(const Trial& trial, const WrongResult& wrong) {
  const bool worked_out = wrong.operation == Operation::Rest ||
                          wrong.operation == Operation::Mean || wrong.operation == Operation::Fit;
  if (worked_out) return false;
  // "One in four" was no figure before.
  if (wrong.claimed.value != trial.claim().figure.value) return false;
  const Value& said = trial.value(trial.claim());
  for (std::size_t i = 0; i < trial.claimed; ++i) {
    const Value& other = trial.value(trial.quantities[i]);
    if (same_unit(said, other) && said.low == other.low && said.high == other.high) return true;
  }
  return false;
}

/// Whether the figures around settle the claim, for right or wrong.
bool judge(const Trial& trial, Metrics& metrics) {
  std::optional<WrongResult> wrong;
  for (const auto attempt :
       {try_mean, try_difference, try_sum, try_parts_of_told, try_share_of_share, try_every_nth,
        try_share, try_product, try_taken_up, try_fit}) {
    Outcome outcome = attempt(trial);
    if (outcome.ties) return true;
    if (!wrong) wrong = std::move(outcome.wrong);
    if (outcome.sure) break;
  }
  if (!wrong) return false;
  if (!unsure(trial, wrong->operation) && !told_before(trial, *wrong)) {
    metrics.wrong_results.push_back(*std::move(wrong));
  }
  return true;
}

/// What opens a passage may follow from what ends the one before it: "… 22,500 and 9,500 euros." /
/// "So 17,000 were left."
class Bridge {
 public:
  Bridge(const Text& text, const Outline& outline, const Metrics& metrics,
         const ReckoningWords& words)
      : text_(text), outline_(outline), metrics_(metrics), words_(words) {}

  /// False where nothing stands before it in its story. `items`: an item of a list need not end in
  /// a full stop.
  bool reach(std::uint32_t passage, bool items) {
    if (passage_ == passage && items_ == items) return joined_.has_value();
    joined_.reset();
    passage_ = passage;
    items_ = items;
    first_ = passage;
    std::size_t sentences = 0;
    for (int steps = 0; steps < kMostSteps && sentences < kSentences && step_back(); ++steps) {
      sentences += metrics_.passages[first_].masked.sentences().size();
    }
    if (first_ != passage) join();
    return joined_.has_value();
  }

  const Passage& passage() const { return *joined_; }
  const std::vector<Quantity>& quantities() const { return quantities_; }
  /// The index of a figure among them; their number where it is none.
  std::size_t find(Figure figure) const {
    const auto found =
        std::find_if(quantities_.begin(), quantities_.end(), [&](const Quantity& one) {
          return one.figure.passage == figure.passage && one.figure.value == figure.value;
        });
    return static_cast<std::size_t>(found - quantities_.begin());
  }

 private:
  const Block& block_of(std::uint32_t passage) const {
    return outline_.blocks[metrics_.passages[passage].block];
  }
  BlockKind kind_of(std::uint32_t passage) const { return block_of(passage).kind; }
  static bool ends(std::string_view text) {
    return !text.empty() && std::string_view(".!?:").find(text.back()) != std::string_view::npos;
  }

  /// To the passage before the first one, where that is told in one go with it.
  bool step_back() {
    std::uint32_t before = first_;
    do {
      if (before == 0) return false;
      --before;
    } while (kind_of(before) == BlockKind::Heading);
    const bool table =
        kind_of(before) == BlockKind::TableCell || kind_of(first_) == BlockKind::TableCell;
    const std::uint32_t story = metrics_.stories[first_];
    const bool apart = story == kNone && before + 1 != first_;
    if (table || apart || metrics_.stories[before] != story) return false;
    const Passage& told = metrics_.passages[before];
    const bool item = items_ && kind_of(before) == BlockKind::ListItem;
    if (told.values.empty() || (!item && !ends(trim(told.masked.text())))) return false;
    if (hull(block_of(before).text, block_of(passage_).text).size() > kLongest) return false;
    first_ = before;
    return true;
  }

  void join() {
    std::vector<Typed> values;
    std::vector<Figure> figures;
    for (std::uint32_t p = first_; p <= passage_; ++p) {
      if (p != passage_ && kind_of(p) == BlockKind::Heading) continue;
      const std::vector<Typed>& told = metrics_.passages[p].values;
      values.insert(values.end(), told.begin(), told.end());
      for (std::uint32_t v = 0; v < told.size(); ++v) figures.push_back({p, v});
    }
    joined_.emplace(metrics_.passages[passage_].block, text_.utf8(),
                    hull(block_of(first_).text, block_of(passage_).text), std::move(values));
    quantities_ = read_quantities(*joined_, passage_, words_);
    for (Quantity& one : quantities_) one.figure = figures[one.figure.value];
  }

  const Text& text_;
  const Outline& outline_;
  const Metrics& metrics_;
  const ReckoningWords& words_;
  static constexpr std::uint32_t kLongest = 8000;  // bytes; more is no passage that one overlooks

  static constexpr int kMostSteps = 3;          // passages
  static constexpr std::size_t kSentences = 4;  // that a claim may look back at least

  std::uint32_t passage_ = kNone;
  bool items_ = false;
  std::uint32_t first_ = 0;  // of those that are joined
  std::optional<Passage> joined_;
  std::vector<Quantity> quantities_;
};

}  // namespace

double written_unit(const Typed& typed, const Lexicon& lexicon) {
  if (typed.value.kind == ValueKind::Duration && !typed.numbers.empty() &&
      typed.numbers.front().value != 0) {
    return typed.value.low / typed.numbers.front().value;
  }
  if (typed.value.kind != ValueKind::Quantity) return 1;
  const Unit* unit = lexicon.unit(typed.value.unit.substr(0, typed.value.unit.find(" per ")));
  return unit == nullptr ? 1 : unit->factor;
}

bool same_unit(const Value& a, const Value& b) { return a.kind == b.kind && a.unit == b.unit; }

void reckon(const Text& text, const Outline& outline, Metrics& metrics, const Lexicon& lexicon,
            const MetricVocabulary& vocabulary) {
  const ReckoningWords& words = vocabulary.reckoning();
  Bridge bridge(text, outline, metrics, words);
  std::map<std::uint32_t, std::vector<Quantity>> told;  // counts of things, by story
  std::map<std::uint32_t, std::vector<Quantity>> paid;
  std::map<std::uint32_t, StoryFigures> stories;
  for (std::uint32_t p = 0; p < metrics.passages.size(); ++p) {
    const Passage& passage = metrics.passages[p];
    // Dates and periods work nothing out.
    const auto figures =
        std::count_if(passage.values.begin(), passage.values.end(), [](const Typed& one) {
          const ValueKind kind = one.value.kind;
          return kind != ValueKind::Date && kind != ValueKind::Interval && kind != ValueKind::Age &&
                 (kind != ValueKind::Duration || !one.numbers.empty());
        });
    if (figures == 0) continue;
    const std::vector<Quantity> quantities = read_quantities(passage, p, words);
    std::vector<Quantity>& earlier = told[metrics.stories[p]];
    std::vector<Quantity>& money = paid[metrics.stories[p]];
    if (metrics.stories[p] == kNone) {
      earlier.clear();
      money.clear();
    }
    StoryFigures& story = stories[metrics.stories[p]];
    story.insert(story.end(), quantities.begin(), quantities.end());
    for (std::size_t i = 0; i < quantities.size(); ++i) {
      const Quantity& one = quantities[i];
      const bool settled =
          figures > 1 &&
          judge({metrics, lexicon, words, passage, quantities, earlier, money, i}, metrics);
      const std::string_view said = passage.slice(passage.masked.sentence(one.at));
      const bool follows = one.result || one.together || one.rest ||
                           (one.average && words.found("mean", said)) ||
                           (one.sentence == 0 && words.found("within that", said));
      const bool opens =
          one.sentence == 0 || (one.sentence <= kOpening && one.makes && one.average);
      if (settled || !opens || !follows || !bridge.reach(p, one.makes && i == 0)) continue;
      const std::size_t there = bridge.find(one.figure);
      if (there == bridge.quantities().size()) continue;
      judge({metrics, lexicon, words, bridge.passage(), bridge.quantities(), earlier, money, there},
            metrics);
    }
    for (const Quantity& one : quantities) {
      const Value& value = metrics.value(one.figure);
      const bool counts = value.kind == ValueKind::Cardinal && value.single() && value.low >= 1;
      if (counts && !one.noun.empty() && one.per.empty()) earlier.push_back(one);
      if (value.kind == ValueKind::Money && value.single() && one.per.empty()) money.push_back(one);
    }
  }
  for (const auto& [story, figures] : stories) {
    if (figures.size() > kMostOfStory) continue;
    weigh_totals(metrics, figures);
    weigh_products(metrics, figures, words);
  }
}

}  // namespace starlint
