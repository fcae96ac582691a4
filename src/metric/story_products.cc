#include <algorithm>

#include "metric/comparable.h"
#include "metric/story_figures.h"
#include "metric/trial.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr double kNear = 1.7;            // times the product; a larger figure is of something else
constexpr double kFine = 100;            // of its last place, that a figure told finely has
constexpr double kFewest = 2;            // of what is multiplied
constexpr std::uint32_t kSentences = 1;  // from a count to "each"

using Place = std::pair<std::uint32_t, std::uint32_t>;

class StoryProducts {
 public:
  StoryProducts(Metrics& metrics, const StoryFigures& figures, const ReckoningWords& words)
      : metrics_(metrics), figures_(figures), words_(words) {}

  void run() {
    for (const Quantity& rate : figures_) {
      if (!is_rate(rate)) continue;
      if (const Quantity* count = count_of(rate)) weigh(rate, *count);
    }
  }

 private:
  const Value& value(const Quantity& one) const { return metrics_.value(one.figure); }
  static Place place(const Quantity& one) { return {one.figure.passage, one.at}; }

  /// Told of each of something, not of a stretch of time.
  bool is_rate(const Quantity& one) const {
    if (one.per.size() != 1 || one.per.front().seconds > 0 || !value(one).single()) return false;
    const ValueKind kind = value(one).kind;
    return kind == ValueKind::Cardinal
               ? !one.noun.empty()
               : kind == ValueKind::Money ||
                     (kind == ValueKind::Duration && !metrics_.typed(one.figure).numbers.empty());
  }

  bool is_count(const Quantity& one) const {
    const Value& said = value(one);
    return said.kind == ValueKind::Cardinal && said.single() && said.low >= kFewest &&
           one.per.empty() && !one.noun.empty();
  }

  /// How many there are; none where the story counts them twice.
  const Quantity* count_of(const Quantity& rate) const {
    const std::vector<std::string>& nouns = rate.per.front().nouns;
    const Quantity* found = nullptr;
    for (const Quantity& one : figures_) {
      if (!is_count(one) || &one == &rate) continue;
      const bool near = one.figure.passage == rate.figure.passage && place(one) < place(rate) &&
                        one.sentence + kSentences >= rate.sentence;
      const bool meant = nouns.empty() ? near : same_word(one.noun, nouns.front());
      if (!meant) continue;
      if (found != nullptr && value(*found).low != value(one).low) return nullptr;
      found = &one;
    }
    return found;
  }

  bool alike(const Quantity& one, const Quantity& rate) const {
    return one.per.empty() && value(one).single() && same_unit(value(one), value(rate)) &&
           (one.noun.empty() ? rate.noun.empty() : same_word(one.noun, rate.noun));
  }

  /// "236 pupils" is not about 216.
  static Extent said_extent(const Value& value) {
    const bool fine = value.resolution * kFine <= value.low;
    return fine ? figure_extent(value) : claim_extent(value);
  }

  /// One figure that is the product, alone or with others of its kind, settles it.
  void weigh(const Quantity& rate, const Quantity& count) {
    const Extent product = figure_extent(value(rate)) * figure_extent(value(count));
    const Quantity* over = nullptr;
    for (const Quantity& one : figures_) {
      if (!alike(one, rate) || &one == &count) continue;
      const Extent said = said_extent(value(one));
      if (meet(said, product) || makes_with_another(said, product, rate)) return;
      const bool behind = place(rate) < place(one) && place(count) < place(one);
      const bool near = said.low > product.high && value(one).low <= product.high * kNear;
      if (behind && near && over == nullptr) over = &one;
    }
    if (over == nullptr || is_unsure(*over) || is_wrong(metrics_, over->figure)) return;
    const Extent unit = Extent::exactly(unit_of(metrics_.typed(over->figure)));
    metrics_.wrong_results.push_back(
        {Operation::Product, over->figure, {count.figure, rate.figure}, product / unit});
  }

  /// A question, a plan.
  bool is_unsure(const Quantity& one) const {
    const Passage& passage = metrics_.passages[one.figure.passage];
    const std::string_view said = passage.slice(passage.masked.sentence(one.at));
    return said.ends_with('?') || words_.found("hedged", said);
  }

  bool makes_with_another(Extent said, Extent product, const Quantity& rate) const {
    return std::any_of(figures_.begin(), figures_.end(), [&](const Quantity& other) {
      const Extent more = figure_extent(value(other));
      return alike(other, rate) && (meet(said, product + more) || meet(said, product - more));
    });
  }

  static double unit_of(const Typed& typed) {
    const bool written = typed.value.kind == ValueKind::Duration && !typed.numbers.empty() &&
                         typed.numbers.front().value != 0;
    return written ? typed.value.low / typed.numbers.front().value : 1;
  }

  Metrics& metrics_;
  const StoryFigures& figures_;
  const ReckoningWords& words_;
};

}  // namespace

void weigh_products(Metrics& metrics, const StoryFigures& figures, const ReckoningWords& words) {
  StoryProducts(metrics, figures, words).run();
}

}  // namespace starlint
