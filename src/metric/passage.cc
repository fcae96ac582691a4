#include "metric/passage.h"

namespace starlint {

std::vector<Passage> read_passages(const Text& text, const Outline& outline,
                                   const Lexicon& lexicon) {
  ValueReader reader(lexicon);
  std::vector<Passage> passages;
  for (std::uint32_t i = 0; i < outline.blocks.size(); ++i) {
    const Block& block = outline.blocks[i];
    if (!block.prose() || block.text.empty()) continue;
    std::vector<Typed> values;
    reader.read(text.utf8(), block.text, values);
    passages.emplace_back(i, text.utf8(), block.text, std::move(values));
  }
  return passages;
}

}  // namespace starlint
