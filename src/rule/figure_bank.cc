#include "rule/figure_bank.h"

namespace starlint {

Result<PhraseId> FigureBank::add(std::string_view phrase, const WordLists& words, bool known_good) {
  if (const auto known = ids_.find(phrase); known != ids_.end()) return known->second;
  Result<FigurePhrase> compiled = FigurePhrase::compile(phrase, words, known_good);
  if (!compiled) return compiled.error();
  const PhraseId id = filter_.add(compiled->expression());
  phrases_.push_back(*std::move(compiled));
  ids_.emplace(phrase, id);
  return id;
}

PatternHits FigureBank::candidates(const Metrics& metrics) const {
  PatternHits hits(phrases_.size());
  for (std::uint32_t i = 0; i < metrics.passages.size(); ++i) {
    for (const PhraseId id : filter_.candidates(metrics.passages[i].masked.text())) hits.add(id, i);
  }
  return hits;
}

}  // namespace starlint
