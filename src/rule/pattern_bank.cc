#include "rule/pattern_bank.h"

namespace starlint {

Result<PatternId> PatternBank::add(std::string_view expression, bool known_good) {
  if (const auto known = ids_.find(expression); known != ids_.end()) return known->second;
  PatternOptions options;
  options.known_good = known_good;
  Result<Pattern> pattern = Pattern::compile(expression, options);
  if (!pattern) return pattern.error();
  const PatternId id = filter_.add(expression);
  patterns_.push_back(*std::move(pattern));
  ids_.emplace(expression, id);
  return id;
}

void PatternBank::freeze() { filter_.freeze(); }

PatternHits PatternBank::match(const Text& text, const Outline& outline) const {
  PatternHits hits(patterns_.size());
  for (std::uint32_t i = 0; i < outline.blocks.size(); ++i) {
    const Block& block = outline.blocks[i];
    const bool readable = block.prose() || block.kind == BlockKind::Code;
    if (!readable || block.text.empty()) continue;
    for (const PatternId id : filter_.candidates(text.slice(block.text))) hits.add(id, i);
  }
  return hits;
}

const Pattern& PatternBank::pattern(PatternId id) const { return patterns_[id]; }

}  // namespace starlint
