#include "metric/far_sum.h"

#include <algorithm>
#include <map>

#include "base/sorted.h"
#include "metric/comparable.h"
#include "metric/quantity.h"
#include "metric/trial.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr std::size_t kLeastParts = 3;
constexpr std::size_t kMostLists = 16;
constexpr double kLeastPart = 2;
constexpr std::size_t kLeastShared = 2;  // words that make two places tell of one thing

/// Things of one name, or a measure: no rate, no average, no remainder.
bool is_plain(const Value& value, const Quantity& one) {
  const bool kind = value.kind == ValueKind::Cardinal || value.kind == ValueKind::Money ||
                    value.kind == ValueKind::Duration || value.kind == ValueKind::Quantity;
  return kind && value.single() && value.low >= kLeastPart && one.per.empty() && !one.average &&
         !one.differs && !one.recurs && !one.makes;
}

std::vector<std::string> telling(std::string_view masked, const MetricVocabulary& vocabulary) {
  std::vector<std::string> words = folded_words(masked);
  std::erase_if(words, [&](const std::string& word) {
    return word.size() < 2 || vocabulary.glue(word) || vocabulary.reckoning().stop(word) ||
           vocabulary.reckoning().period(word) > 0;
  });
  return words;
}

bool is_near(double total, const ToldParts& told) {
  const double sum = (told.sum.low + told.sum.high) / 2;
  return total <= sum * kNearSum && total * kNearSum >= sum;
}

class ListReader {
 public:
  ListReader(const Metrics& metrics, const MetricVocabulary& vocabulary)
      : metrics_(metrics), vocabulary_(vocabulary), words_(vocabulary.reckoning()) {}

  std::vector<ToldParts> read() {
    for (std::uint32_t p = 0; p < metrics_.passages.size(); ++p) {
      passage_ = p;
      const std::vector<Quantity> all = read_quantities(metrics_.passages[p], p, words_);
      for (std::size_t first = 0; first < all.size();) {
        std::size_t end = first + 1;
        while (end < all.size() && goes_on(all[first], all[end - 1], all[end])) ++end;
        if (end - first >= kLeastParts && is_plain(value(all[first]), all[first])) {
          add({all.begin() + static_cast<std::ptrdiff_t>(first),
               all.begin() + static_cast<std::ptrdiff_t>(end)});
        }
        first = end;
      }
    }
    return with_words();
  }

 private:
  const Value& value(const Quantity& one) const { return metrics_.value(one.figure); }
  const Passage& passage() const { return metrics_.passages[passage_]; }

  bool goes_on(const Quantity& first, const Quantity& last, const Quantity& next) const {
    const std::string_view between = passage().slice({last.at + 1, next.at});
    const bool joined =
        between.find_first_of(",;+") != std::string_view::npos || words_.found("joined", between);
    const bool bare = value(next).kind == ValueKind::Cardinal && next.noun.empty();
    const bool unit = same_unit(value(first), value(next)) &&
                      (first.noun.empty() || bare || same_word(first.noun, next.noun));
    return joined && unit && next.sentence == first.sentence && is_plain(value(next), next);
  }

  void add(const std::vector<Quantity>& list) {
    const Span sentence = passage().masked.sentence(list.front().at);
    const std::string_view said = passage().slice(sentence);
    if (words_.found("open", passage().slice({sentence.begin, list.back().at + 1}))) return;
    if (words_.found("wished", passage().slice({sentence.begin, list.front().at}))) return;
    ToldParts told;
    told.metrics = &metrics_;
    told.noun = list.front().noun;
    for (const Quantity& one : list) {
      told.parts.push_back(one.figure);
      told.sum = told.sum + figure_extent(value(one));
      told.largest = std::max(told.largest, nominal(value(one)));
    }
    const std::uint32_t size = static_cast<std::uint32_t>(passage().masked.text().size());
    const Span next = sentence.end < size ? passage().masked.sentence(sentence.end) : Span{};
    told.closed = words_.found("closed", said) || words_.found("closed", passage().slice(next));
    lists_[metrics_.stories[passage_]].push_back(std::move(told));
  }

  /// What the stories of the lists tell; each passage is read once.
  std::vector<ToldParts> with_words() {
    std::erase_if(lists_, [](const auto& story) { return story.second.size() > kMostLists; });
    std::map<std::uint32_t, std::vector<std::string>> told;
    for (std::uint32_t p = 0; p < metrics_.passages.size(); ++p) {
      const std::uint32_t story = metrics_.stories[p];
      if (!lists_.contains(story)) continue;
      for (std::string& word : telling(metrics_.passages[p].masked.text(), vocabulary_)) {
        told[story].push_back(std::move(word));
      }
    }
    std::vector<ToldParts> out;
    for (auto& [story, lists] : lists_) {
      sort_unique(told[story]);
      for (ToldParts& list : lists) {
        list.words = told[story];
        out.push_back(std::move(list));
      }
    }
    return out;
  }

  const Metrics& metrics_;
  const MetricVocabulary& vocabulary_;
  const ReckoningWords& words_;
  std::uint32_t passage_ = 0;
  std::map<std::uint32_t, std::vector<ToldParts>> lists_;  // by story
};

}  // namespace

std::vector<ToldParts> parts_told(const Metrics& metrics, const MetricVocabulary& vocabulary) {
  return ListReader(metrics, vocabulary).read();
}

FarTotals totals_of(const ToldParts& told, const Metrics& metrics, std::uint32_t p,
                    const MetricVocabulary& vocabulary) {
  FarTotals out;
  const ReckoningWords& words = vocabulary.reckoning();
  const Value& part = told.metrics->value(told.parts.front());
  const std::uint32_t own = told.metrics->stories[told.parts.front().passage];
  const bool here = &metrics == told.metrics && metrics.stories[p] == own;
  const Passage& passage = metrics.passages[p];
  const std::vector<Quantity> all = read_quantities(passage, p, words);
  for (const Quantity& one : all) {
    const Value& value = metrics.value(one.figure);
    if (!same_unit(value, part) || !is_plain(value, one)) continue;
    if (meet(figure_extent(value), told.sum)) return {true, {}};
    if (here || nominal(value) <= told.largest || !is_near(nominal(value), told)) continue;
    const std::string_view said = passage.slice(passage.masked.sentence(one.at));
    const std::string_view ahead = passage.slice({passage.masked.sentence(one.at).begin, one.at});
    const bool counted = std::any_of(all.begin(), all.end(), [&](const Quantity& other) {
      return other.sentence == one.sentence &&
             metrics.value(other.figure).low == static_cast<double>(told.parts.size());
    });
    if (!told.closed && !counted) continue;
    if (words.found("wished", ahead) || words.found("hedged", said)) continue;
    const bool things = part.kind == ValueKind::Cardinal;
    if (things && (told.noun.empty() || !same_word(told.noun, one.noun))) continue;
    const std::vector<std::string> topic = telling(said, vocabulary);
    const auto shared = std::count_if(topic.begin(), topic.end(), [&](const std::string& word) {
      return holds_word(told.words, word);
    });
    if (static_cast<std::size_t>(shared) >= kLeastShared) out.against.push_back(one.figure);
  }
  return out;
}

}  // namespace starlint
