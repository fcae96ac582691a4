// Any text is a list of blocks in reading order, each inside the text, its words inside its lines,
// its parent before it. The first byte chooses the format.
#include <cstddef>

#include "base/check.h"
#include "outline/outline.h"

using namespace starlint;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Text text = Text::decode(bytes);
  const Outline outline = read_outline(text, static_cast<NoteFormat>(data[0] % 3));
  std::uint32_t last = 0;
  for (std::uint32_t i = 0; i < outline.blocks.size(); ++i) {
    const Block& block = outline.blocks[i];
    SL_CHECK(block.span.begin >= last && block.span.end <= text.size());
    SL_CHECK(block.span.begin <= block.span.end && block.text.begin <= block.text.end);
    SL_CHECK(block.text.begin >= block.span.begin && block.text.end <= block.span.end);
    SL_CHECK(block.parent == kNone || block.parent < i);
    last = block.span.begin;
  }
  return 0;
}
