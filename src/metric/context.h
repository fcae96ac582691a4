// The words around movements and claimed changes: what links them, and what speaks of another
// measure. A view; the metrics and the vocabulary must outlive it.
#pragma once

#include <string>
#include <vector>

#include "metric/metrics.h"

namespace starlint {

/// A figure that a change may have begun at.
struct Start {
  Figure figure;
  std::size_t shared = 0;  // words its sentence shares with that of the change
  bool named = false;      // the sentence names the measure of the change
  bool counted = false;    // it counts the very things that the change ended in
  bool aim = false;        // it was only wanted
  bool moved = false;      // it is told as an end of another movement
  bool other = false;      // no word says that it is of the measure of the change
};

class Context {
 public:
  Context(const Metrics& metrics, const MetricVocabulary& vocabulary)
      : metrics_(metrics), vocabulary_(vocabulary) {}

  /// What is said to have changed, without words that any measure could have.
  std::vector<std::string> metric_words(const SaidChange& change) const;

  /// In one sentence: nothing stands between them that speaks of another measure.
  bool linked(const SaidMovement& movement, const SaidChange& change, bool time) const;
  /// In neighbouring sentences: the later one takes up the earlier, "that is 70 % less".
  bool resumes(const SaidMovement& movement, const SaidChange& change, bool time) const;
  /// In the next sentence: "That is a 60 % reduction in waste", whatever the measure was called.
  bool points_back(const SaidMovement& movement, const SaidChange& change) const;
  /// Anywhere in a story: the movement is told of the very measure of the change.
  bool same_metric(const SaidMovement& movement, const SaidChange& change) const;

  /// "60 % less time": nothing else is said to have changed.
  bool only_time(const SaidChange& change) const;
  /// Whether a stretch of time is what changed.
  bool is_of_time(const SaidChange& change) const;
  /// "So the waste was down by …": it follows from what was told before.
  bool takes_up(const SaidChange& change) const;
  /// ", and the days got 20 minutes shorter": of something else than the claim before it.
  bool behind_clause(const SaidChange& change, Figure figure) const;

  /// Figures of the change's sentence that may be where it ended.
  std::vector<Figure> results(const SaidChange& change) const;
  /// The same of the sentence before, where the claim opens its own: "We print 300 a day. I
  /// doubled the output with the same crew of twelve."
  std::vector<Figure> told_right_before(const SaidChange& change) const;
  /// Figures of passage `p` before the change's sentence that may be where it began.
  std::vector<Start> starts(std::uint32_t p, const SaidChange& change, Figure after) const;

 private:
  static constexpr double kLongPeriod = 28 * 86400;  // seconds

  const Passage& passage(const Mention& where) const { return metrics_.passages[where.passage]; }
  Span sentence(const Mention& where) const;
  /// Words of the movement's sentence up to it and right behind it.
  std::vector<std::string> clause(const SaidMovement& movement) const;
  std::uint32_t own_clause(Span ahead, const Passage& where) const;
  /// Words that tell measures apart.
  std::vector<std::string> telling(std::string_view masked) const;
  bool compatible(const SaidChange& change, const std::vector<std::string>& words, bool time) const;
  /// Whether text[span] holds only words that link, words of `context`, and periods.
  bool glue_only(const Passage& passage, Span span, const std::vector<std::string>& context) const;
  bool is_period(const Passage& passage, std::uint32_t offset) const;
  /// ", so the page shows up": what stands there says that it follows from the figures.
  bool follows(const Passage& passage, Span between) const;
  bool ends_movement(Figure figure) const;
  /// "Six points down, a fall of 20 %": a claim itself is no measure.
  bool is_claim(Figure figure) const;
  /// Whether something is measured there: not only a period, nor another claim.
  bool measures_in(const Passage& passage, std::uint32_t index, Span within) const;
  /// "24 of the 27": whether the words before a figure make it the whole of the one before.
  bool is_whole(std::string_view ahead) const;
  /// "28 fewer": what lies between two measures is none.
  bool is_difference(Figure figure) const;
  /// ", with nine people rather than seven": a circumstance of the claim before it.
  bool is_aside(const SaidChange& change, Figure figure) const;
  /// What stands between a claim and a figure behind it.
  std::string_view up_to(const SaidChange& change, Figure figure) const;
  /// "One book in three", "2021/22", "average age sixty-eight", "four times the old figure": none
  /// of them is a measure.
  bool is_ratio(Figure figure) const;
  /// `periods`: a stretch of time is a measure, too.
  std::vector<Figure> results_in(const SaidChange& change, std::uint32_t p, Span around,
                                 bool periods) const;
  std::vector<Figure> results_of_last(const SaidChange& change) const;
  /// Whether a value stands before a place of the passage.
  static bool told_before(const Passage& passage, std::uint32_t at);
  /// "We got it to 27 days." / "45 % less waiting.": the last figures told before the passage.
  std::vector<Figure> results_before(const SaidChange& change) const;
  bool may_end_in_share(const SaidChange& change, Figure figure) const;
  /// "27,000 people came. Visitor numbers have …"
  bool counts_these(const SaidChange& change, Figure after) const;
  /// "My boss told the board that we had …"
  bool is_report(std::string_view opening) const;
  /// What is behind it, up to the end of its clause.
  Span tail(const SaidChange& change) const;
  /// "parents" of "64 of the parents"; "" where nothing tells.
  std::string counted_noun(Figure figure) const;

  const Metrics& metrics_;
  const MetricVocabulary& vocabulary_;
};

}  // namespace starlint
