#include "metric/far_change.h"

#include <algorithm>

#include "metric/quantity.h"

namespace starlint {

namespace {

constexpr std::size_t kHalf = 2;    // of the words of a measure's name must be told
constexpr std::size_t kSpeaks = 2;  // words of its sentence that make up for its name
constexpr double kDay = 86400;      // seconds
constexpr double kSmall = 10;       // numbers below are hardly a measure

bool may_be_far(const SaidChange& change) {
  const Measure measure = change.claim.measure;
  return measure != Measure::Points && change.claim.verb != Verb::Any && !change.left &&
         change.amount.value == kNone;
}

/// Neither a claim itself nor how long something went on.
bool measures(const Metrics& metrics, const Quantity& one) {
  const Value& value = metrics.value(one.figure);
  const bool period = value.kind == ValueKind::Duration && value.low >= kDay;
  // "Line 3", "a band 7 nurse"
  const bool name = value.kind == ValueKind::Cardinal && value.high < kSmall;
  const bool claim =
      std::any_of(metrics.changes.begin(), metrics.changes.end(), [&](const SaidChange& change) {
        return change.figure.passage == one.figure.passage &&
               change.figure.value == one.figure.value;
      });
  return !period && !name && !claim;
}

/// "It was 25 points, so 50 % more": what the claim is about stands here.
bool measures_here(const Metrics& metrics, const SaidChange& change, Span sentence,
                   const ReckoningWords& words) {
  const std::uint32_t p = change.where.passage;
  const std::vector<Quantity> all = read_quantities(metrics.passages[p], p, words);
  return std::any_of(all.begin(), all.end(), [&](const Quantity& one) {
    return sentence.begin <= one.at && one.at < change.said.begin && measures(metrics, one);
  });
}

}  // namespace

std::vector<TriedClaim> far_claims(const Metrics& metrics, const MetricVocabulary& vocabulary) {
  std::vector<bool> paired(metrics.changes.size());
  for (const Comparison& comparison : metrics.comparisons) paired[comparison.change] = true;
  std::vector<TriedClaim> out;
  for (std::uint32_t i = 0; i < metrics.changes.size(); ++i) {
    const SaidChange& change = metrics.changes[i];
    if (paired[i] || !may_be_far(change) || !possible(change.claim)) continue;
    const Passage& passage = metrics.passages[change.where.passage];
    const Span sentence = passage.masked.sentence(change.where.span.begin);
    if (measures_here(metrics, change, sentence, vocabulary.reckoning())) continue;
    const std::string_view ahead =
        passage.slice({sentence.begin, std::max(sentence.begin, change.said.begin)});
    const ReckoningWords& words = vocabulary.reckoning();
    if (words.found("wished", ahead) || words.found("imagined", passage.slice(sentence))) continue;
    TriedClaim claim = tried_claim(metrics, i, vocabulary);
    if (!claim.words.empty()) out.push_back(std::move(claim));
  }
  return out;
}

std::size_t shared_topic(const TriedClaim& claim, const StoryNotes& notes) {
  const std::size_t named = shared_words(claim.metric, notes.words);
  const std::size_t shared = shared_words(claim.words, notes.words);
  const bool half = named > 0 && named * kHalf >= claim.metric.size();
  return half || shared >= std::min(kSpeaks, claim.words.size()) ? shared : 0;
}

bool measures_something(const Metrics& metrics, std::uint32_t story,
                        const MetricVocabulary& vocabulary) {
  for (std::uint32_t p = 0; p < metrics.passages.size(); ++p) {
    if (metrics.stories[p] != story) continue;
    const std::vector<Quantity> all =
        read_quantities(metrics.passages[p], p, vocabulary.reckoning());
    if (std::any_of(all.begin(), all.end(),
                    [&](const Quantity& one) { return measures(metrics, one); })) {
      return true;
    }
  }
  return false;
}

}  // namespace starlint
