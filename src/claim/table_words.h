// What a cell of a table is about: the words of its column's head and of its row's first cell.
#pragma once

#include <vector>

#include "claim/block_words.h"
#include "outline/outline.h"
#include "text/text.h"

namespace starlint {

/// Whether a cell is the first of a row of two: "Team | 6 people" is read as one line.
bool labels_next(const std::vector<Block>& blocks, std::uint32_t cell);

/// Walks along the cells of a file, which come in order of place. Refers to text and outline.
class TableWords {
 public:
  TableWords(const Text& text, const Outline& outline) : text_(text), outline_(outline) {}

  /// Puts the words of column and row before those of the cell, as of one sentence: "guest score,
  /// 2022: 47". The first row and the first cell of each row stay as they are.
  void add(const Block& cell, std::vector<BlockWord>& words);

  /// The first row of the table of the cell that was added last.
  std::uint32_t table() const { return head_; }

 private:
  void begin_row(std::uint32_t row);

  const Text& text_;
  const Outline& outline_;
  std::uint32_t row_ = kNone;
  std::uint32_t head_ = kNone;                 // the first row of the table
  std::vector<std::vector<BlockWord>> heads_;  // by column
  std::vector<BlockWord> label_;               // of the row
};

}  // namespace starlint
