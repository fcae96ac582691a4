// Figures that a claimed change may lead from and to, and whether they settle what it says.
#pragma once

#include <cstdint>
#include <vector>

#include "metric/counted.h"
#include "metric/metrics.h"

namespace starlint {

/// Of one claimed change. A view; all but the metrics' comparisons must outlive it.
class Candidates {
 public:
  Candidates(Metrics& metrics, std::uint32_t change, const Lexicon& lexicon,
             const MetricVocabulary& vocabulary, Counted& counted)
      : metrics_(metrics),
        change_(change),
        lexicon_(lexicon),
        vocabulary_(vocabulary),
        counted_(counted) {}

  /// Whether the claim is a right way to say what lies between the figures.
  bool tie(const FigurePair& candidate) const;

  /// Figures whose ratio is the very percentage that is claimed need no shared word: so large
  /// numbers do not meet by chance, nor do those that are told as one, or as a movement. None where
  /// one of them bears the claim out.
  std::vector<FigurePair> telling_ratios(const std::vector<FigurePair>& candidates, bool moved);

  /// Takes the candidates if they agree: one that ties settles it, else all must say the same.
  /// False where there are none.
  bool settle(const std::vector<FigurePair>& candidates, bool sure);

 private:
  const SaidChange& change() const { return metrics_.changes[change_]; }
  Movement movement(const FigurePair& candidate) const;
  Comparison comparison(FigurePair candidate, bool sure) const;
  bool sells_ratio(const FigurePair& candidate, const Movement& movement) const;
  bool is_saved(const Comparison& held);

  Metrics& metrics_;
  std::uint32_t change_;
  const Lexicon& lexicon_;
  const MetricVocabulary& vocabulary_;
  Counted& counted_;
};

}  // namespace starlint
