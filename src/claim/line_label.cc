#include "claim/line_label.h"

#include <string>

#include "base/strings.h"

namespace starlint {

namespace {

constexpr std::size_t kSummingUp = 6;  // words of a label that sums up
constexpr std::size_t kLongest = 24;   // bytes of the label of a line

std::string lower(const WordedBlock& block, std::size_t word) {
  const Span span = block.words[word].span;
  return ascii_lower(block.text.substr(span.begin, span.size()));
}

}  // namespace

bool is_label_end(const WordedBlock& block, std::size_t word) {
  const std::uint32_t end = block.words[word].span.end;
  const std::uint32_t next = block.words[word + 1].span.begin;
  // Words of other cells stand before those of the block.
  return end > block.span.begin && next >= end &&
         block.text.substr(end, next - end).find(':') != std::string_view::npos;
}

std::size_t label_before(const WordedBlock& block, std::size_t begin,
                         const ClaimPatterns& patterns) {
  if (begin == 0 || !is_label_end(block, begin - 1)) return begin;
  const std::vector<BlockWord>& words = block.words;
  std::size_t first = begin;
  while (first > 0 && words[first - 1].sentence == words[begin - 1].sentence) {
    if (patterns.is_word("component_label", lower(block, --first))) return begin;
  }
  return first;
}

std::size_t behind_summing_up(const WordedBlock& block, std::size_t begin, std::size_t end,
                              const ClaimPatterns& patterns) {
  const Pattern* label = patterns.word_class("summing_up");
  for (std::size_t i = begin; label != nullptr && i + 1 < end && i < begin + kSummingUp; ++i) {
    if (!is_label_end(block, i)) continue;
    const Span said{block.words[begin].span.begin, block.words[i].span.end + 1};
    return label->found_in(block.text, said) ? i + 1 : begin;
  }
  return begin;
}

bool is_labelled_anew(std::string_view text, Span between) {
  if (between.begin >= between.end) return false;
  const std::string_view reach = text.substr(0, between.end + kLongest);
  for (std::size_t line = reach.find('\n', between.begin); line < between.end;
       line = reach.find('\n', line + 1)) {
    const std::size_t mark = reach.find_first_of(":.,;!?\n", line + 1);
    if (mark != reach.npos && reach[mark] == ':' && mark - line <= kLongest) return true;
  }
  return false;
}

}  // namespace starlint
