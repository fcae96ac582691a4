#include "rule/pattern_bank.h"

namespace starlint {

Result<PatternId> PatternBank::add(std::string_view expression) {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i]->expression == expression) return static_cast<PatternId>(i);
  }
  const Result<int> index = set_.add(expression);
  if (!index) return index.error();
  auto entry = std::make_unique<Entry>();
  entry->expression = expression;
  entries_.push_back(std::move(entry));
  return static_cast<PatternId>(*index);
}

void PatternBank::freeze() { set_.compile(); }

PatternHits PatternBank::match(const Text& text, const Outline& outline) const {
  PatternHits hits(entries_.size());
  for (std::uint32_t i = 0; i < outline.blocks.size(); ++i) {
    const Block& block = outline.blocks[i];
    const bool readable = block.prose() || block.kind == BlockKind::Code;
    if (!readable || block.text.empty()) continue;
    for (const int pattern : set_.matches(text.slice(block.text))) {
      hits.add(static_cast<PatternId>(pattern), i);
    }
  }
  return hits;
}

const Pattern& PatternBank::pattern(PatternId id) const {
  const Entry& entry = *entries_[id];
  std::call_once(entry.compiled, [&] {
    Result<Pattern> pattern = Pattern::compile(entry.expression);
    SL_CHECK(pattern.ok());  // the set took the same expression
    entry.pattern = std::make_unique<Pattern>(*std::move(pattern));
  });
  return *entry.pattern;
}

}  // namespace starlint
