// How a language tells a change, as data: rules/lang/<language>/metrics.toml. Immutable once
// loaded, shared by threads.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "metric/change.h"
#include "metric/figure_phrase.h"
#include "metric/reckoning_words.h"
#include "text/pattern.h"
#include "text/pattern_filter.h"
#include "toml/document.h"

namespace starlint {

/// A phrase that claims a change: "{percent:claimed} faster", or "doubled" with its figure inside.
struct ChangePhrase {
  FigurePhrase phrase;
  Verb verb = Verb::Any;
  Measure measure = Measure::Percent;
  bool fraction = false;   // the figure is a fraction of one: "by two thirds"
  bool magnitude = false;  // it counts powers of ten: "two orders of magnitude"
  bool as_many = false;
  std::optional<double> figure;  // what the words say by themselves
  double least = 1;              // times the figure that the words may mean
  double most = 1;
};

/// The header of a table column.
enum class Column : std::uint8_t { None, Before, After, Change };

class MetricVocabulary {
 public:
  /// `ready`: see PatternFilter.
  explicit MetricVocabulary(std::span<const std::uint64_t> ready = {}) : filter_(ready) {}
  /// Reads the documents that say metrics = `language`; the others are left alone.
  static Result<MetricVocabulary> load(const std::vector<Document>& documents,
                                       std::span<const std::uint64_t> ready = {},
                                       std::string_view language = "en");

  const WordLists& words() const { return words_; }
  const std::vector<FigurePhrase>& movements() const { return movements_; }
  /// Movements that begin in one sentence and end in the next: "It took 9 days. Now it takes 4."
  const std::vector<FigurePhrase>& movements_across() const { return across_; }
  const std::vector<ChangePhrase>& changes() const { return changes_; }

  /// Which phrases may match somewhere in masked text: movements first, then changes by index.
  std::vector<std::uint32_t> candidates(std::string_view masked) const {
    return filter_.candidates(masked);
  }
  const PatternFilter& filter() const { return filter_; }

  /// A word that may stand between a claim and its figures.
  bool glue(std::string_view folded) const { return glue_.count(folded) != 0; }
  /// A word that names some measure, but not which.
  bool generic(std::string_view folded) const { return generic_.count(folded) != 0; }
  /// Opens what a figure is counted for: "5 seconds per file".
  bool complement(std::string_view folded) const { return complement_.count(folded) != 0; }
  /// A duration behind this word is a period.
  bool time_frame(std::string_view folded) const { return time_frame_.count(folded) != 0; }
  /// The number of words that the grammar of numbers does not know: "a third", "sixfold".
  std::optional<double> spelled(std::string_view words) const;
  /// Names a stretch of time: "the wait".
  bool of_time(std::string_view folded) const { return of_time_.count(folded) != 0; }
  /// Behind this word a number is not exact: "about a third".
  bool loose(std::string_view folded) const { return loose_.count(folded) != 0; }
  /// Where another clause begins in the words behind a claim, else their end.
  std::uint32_t clause_end(std::string_view tail) const;
  /// Where the name of a measure begins in words that may take up what was told: "so the wait".
  std::uint32_t opening(std::string_view words) const;
  bool overall(std::string_view text) const;

  const ReckoningWords& reckoning() const { return reckoning_; }

  Column column(std::string_view header) const;
  /// What the header of a change column says of its direction.
  Verb column_verb(std::string_view header) const;

 private:
  Status read(const Document& document);
  Status read_movements(const Document& document, const toml_doc::Value& list);
  Status read_changes(const Document& document, const toml_doc::Value& list);
  void read_spelled(const toml_doc::Value& table);
  Status read_pairing(const Document& document, const toml_doc::Value& table);
  Status read_columns(const Document& document, const toml_doc::Value& table);

  using Words = std::set<std::string, std::less<>>;

  WordLists words_;
  std::vector<FigurePhrase> movements_;
  std::vector<FigurePhrase> across_;
  std::vector<ChangePhrase> changes_;
  PatternFilter filter_;
  Words glue_;
  Words generic_;
  Words complement_;
  Words time_frame_;
  Words of_time_;
  Words loose_;
  Words opening_;
  std::map<std::string, double, std::less<>> spelled_;
  ReckoningWords reckoning_;
  std::optional<Pattern> overall_;
  std::optional<Pattern> clause_;
  std::vector<std::pair<std::string, Pattern>> columns_;
};

}  // namespace starlint
