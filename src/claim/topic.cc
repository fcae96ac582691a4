#include "claim/topic.h"

#include <algorithm>

#include "base/sorted.h"
#include "base/strings.h"

namespace starlint {

namespace {

constexpr std::size_t kShortest = 3;  // letters of a content word
constexpr std::size_t kHeadings = 2;  // above a block that tell what it is about

}  // namespace

bool is_word_part(char c) {
  return is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80 || c == '\'';
}

std::string content_word(std::string_view word, const ClaimPatterns& patterns) {
  for (const std::string_view possessive : {"'s", "\u2019s"}) {
    if (word.ends_with(possessive)) word.remove_suffix(possessive.size());
  }
  const bool digits = std::any_of(word.begin(), word.end(), is_ascii_digit);
  // A sign, or a word in a script of which the phrases know none.
  if (std::none_of(word.begin(), word.end(), is_ascii_alpha)) return {};
  const std::string lower = ascii_lower(word);
  if (digits || word.size() < kShortest || patterns.is_word("stop", lower)) return {};
  return patterns.stem(lower);
}

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_word_part(text[end])) ++end;
    if (end > i) out.push_back(text.substr(i, end - i));
    i = end + 1;
  }
  return out;
}

const Topic& Topics::at(std::uint32_t offset) {
  const auto& blocks = outline_.blocks;
  const auto behind =
      std::upper_bound(blocks.begin(), blocks.end(), offset,
                       [](std::uint32_t at, const Block& block) { return at < block.span.begin; });
  const auto block = static_cast<std::uint32_t>(behind - blocks.begin());
  const std::uint32_t index = block == 0 ? 0 : block - 1;
  const auto found = topics_.find(index);
  if (found != topics_.end()) return found->second;
  return topics_.emplace(index, read(index)).first->second;
}

Topic Topics::read(std::uint32_t block) const {
  const auto& blocks = outline_.blocks;
  Topic topic;
  if (block >= blocks.size()) return topic;
  topic.block = blocks[block].text;
  topic.words = contents_.words(topic.block);
  std::size_t headings = 0;
  for (std::uint32_t at = blocks[block].parent; at < blocks.size() && headings < kHeadings;
       at = blocks[at].parent) {
    if (blocks[at].kind == BlockKind::Heading && headings++ == 0) {
      const Span title = blocks[at].text;
      for (const std::string_view raw : words_in(text_.slice(title))) {
        std::string word = ascii_lower(raw);
        if (!patterns_.is_word("pointing", word) && !patterns_.is_word("one", word))
          topic.title.push_back(std::move(word));
      }
    }
    const std::vector<std::string> words = contents_.words(blocks[at].text);
    topic.above.insert(topic.above.end(), words.begin(), words.end());
  }
  topic.words.insert(topic.words.end(), topic.above.begin(), topic.above.end());
  sort_unique(topic.above);
  sort_unique(topic.words);
  return topic;
}

}  // namespace starlint
