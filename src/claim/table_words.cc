#include "claim/table_words.h"

#include <string_view>

namespace starlint {

constexpr std::size_t kHeadWords = 6;

bool labels_next(const std::vector<Block>& blocks, std::uint32_t cell) {
  const auto in_row = [&](std::uint32_t at) {
    return at < blocks.size() && blocks[at].kind == BlockKind::TableCell &&
           blocks[at].parent == blocks[cell].parent;
  };
  return in_row(cell) && blocks[cell].level == 0 && in_row(cell + 1) && !in_row(cell + 2);
}

void TableWords::begin_row(std::uint32_t row) {
  const std::uint32_t last_end = row_ == kNone ? 0 : outline_.blocks[row_].span.end;
  const std::uint32_t begin = outline_.blocks[row].span.begin;
  const std::string_view between = text_.slice({last_end, begin});
  // A table goes on from line to line; "|---|" may stand between.
  const bool goes_on = row_ != kNone && between.find_first_not_of("\r\n|-: ") == between.npos &&
                       between.find("\n\n") == between.npos;
  row_ = row;
  label_.clear();
  if (goes_on) return;
  head_ = row;
  heads_.clear();
}

void TableWords::add(const Block& cell, std::vector<BlockWord>& words) {
  if (cell.parent != row_) begin_row(cell.parent);
  const std::size_t column = cell.level;
  if (row_ == head_) {
    heads_.resize(column + 1);
    // "S | In 2020 …": what is longer is no head.
    if (words.size() <= kHeadWords) heads_[column] = words;
    return;
  }
  if (column == 0) label_ = words;
  if (column == 0 || words.empty()) return;
  std::vector<BlockWord> about = column < heads_.size() ? heads_[column] : std::vector<BlockWord>();
  // "step | 4": the head of a number says what it is the number of.
  const bool number = label_.size() == 1 && label_.front().claim != kNone;
  if (number && !heads_.empty()) about.insert(about.end(), heads_[0].begin(), heads_[0].end());
  // A head is written large, but names nobody.
  for (BlockWord& word : about) word.first = true;
  about.insert(about.end(), label_.begin(), label_.end());
  for (BlockWord& word : about) {
    word.sentence = words.front().sentence;
    word.clause = words.front().clause;
  }
  words.insert(words.begin(), about.begin(), about.end());
}

}  // namespace starlint
