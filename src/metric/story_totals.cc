#include <algorithm>

#include "metric/comparable.h"
#include "metric/story_figures.h"
#include "metric/trial.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr double kNear = 1.5;      // further off, they were not meant to add up
constexpr std::size_t kLeast = 3;  // figures that make a list
constexpr std::size_t kMost = 10;  // figures of a story of which any may make the total
constexpr double kSmallest = 10;   // part that is worth adding up

class StoryTotals {
 public:
  StoryTotals(Metrics& metrics, const StoryFigures& figures)
      : metrics_(metrics), figures_(figures) {}

  void run() {
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      if (figures_[i].together && value(i).single() && !is_wrong(metrics_, figures_[i].figure))
        weigh(i);
    }
  }

 private:
  const Value& value(std::size_t i) const { return metrics_.value(figures_[i].figure); }

  /// In the unit of the total, and not of each of something.
  bool is_part(std::size_t i, std::size_t total) const {
    const Quantity& one = figures_[i];
    return one.per.empty() && !one.together && value(i).single() &&
           same_unit(value(i), value(total)) && nominal(value(i)) >= kSmallest &&
           (value(i).kind != ValueKind::Cardinal ||
            (!one.noun.empty() && same_word(one.noun, figures_[total].noun)));
  }

  void weigh(std::size_t total) {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < total; ++i) {
      if (is_part(i, total)) all.push_back(i);
    }
    const std::vector<std::size_t> list = last_list(all);
    if (list.size() < kLeast || all.size() > kMost || some_make(all, total)) return;
    Extent sum;
    WrongResult wrong{Operation::Sum, figures_[total].figure, {}, {}};
    double largest = 0;
    for (const std::size_t i : list) {
      sum = sum + figure_extent(value(i));
      largest = std::max(largest, nominal(value(i)));
      wrong.terms.push_back(figures_[i].figure);
    }
    const double said = nominal(value(total));
    if (said <= largest || said > sum.high * kNear || said * kNear < sum.low) return;
    const Typed& typed = metrics_.typed(figures_[total].figure);
    const bool time = typed.value.kind == ValueKind::Duration && !typed.numbers.empty();
    const double unit = time ? typed.value.low / typed.numbers.front().value : 1;
    wrong.computed = sum / Extent::exactly(unit);
    metrics_.wrong_results.push_back(std::move(wrong));
  }

  /// Those of one passage, or of list items below each other.
  std::vector<std::size_t> last_list(const std::vector<std::size_t>& all) const {
    std::vector<std::size_t> list;
    for (std::size_t i = all.size(); i > 0; --i) {
      const std::uint32_t p = figures_[all[i - 1]].figure.passage;
      if (!list.empty() && p + 1 < figures_[list.back()].figure.passage) break;
      list.push_back(all[i - 1]);
    }
    std::reverse(list.begin(), list.end());
    return list;
  }

  bool some_make(const std::vector<std::size_t>& all, std::size_t total) const {
    const Extent wanted = claim_extent(value(total));
    for (std::uint32_t mask = 1; mask < (1U << all.size()); ++mask) {
      Extent sum;
      for (std::size_t i = 0; i < all.size(); ++i) {
        if ((mask >> i & 1U) != 0) sum = sum + figure_extent(value(all[i]));
      }
      if (meet(sum, wanted)) return true;
    }
    return false;
  }

  Metrics& metrics_;
  const StoryFigures& figures_;
};

}  // namespace

bool is_wrong(const Metrics& metrics, Figure figure) {
  return std::any_of(
      metrics.wrong_results.begin(), metrics.wrong_results.end(), [&](const WrongResult& wrong) {
        return wrong.claimed.passage == figure.passage && wrong.claimed.value == figure.value;
      });
}

void weigh_totals(Metrics& metrics, const StoryFigures& figures) {
  StoryTotals(metrics, figures).run();
}

}  // namespace starlint
