#include "rule/kind/tie.h"

#include <algorithm>

namespace starlint {

namespace {

constexpr std::uint32_t kSection = 120;  // bytes: a title and the first words below it
constexpr std::uint32_t kBlock = 24;

}  // namespace

bool opens_tied(const FileView& file, const Setting& section, Span block,
                const ClaimPatterns& patterns) {
  const Pattern* words = patterns.word_class("told_before");
  if (words == nullptr) return false;
  const auto opens = [&](Span span, std::uint32_t opening) {
    span.end = std::min(span.end, span.begin + opening);
    return words->found_in(file.text.utf8(), span);
  };
  return opens(section.span, kSection) || opens(block, kBlock);
}

}  // namespace starlint
