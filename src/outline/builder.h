// Collects the blocks of an outline: knows the open heading, the open list items, and the block
// that the next line of text may still belong to. Used by the readers of the formats only.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "outline/line.h"
#include "outline/outline.h"

namespace starlint {

class BlockBuilder {
 public:
  BlockBuilder(std::string_view text, NoteFormat format) : text_(text) { outline_.format = format; }

  /// A heading that a mark shows ("##", a rule under it, Org stars).
  void heading(std::uint32_t level, Span span, Span content);
  /// A heading that only its looks show; it stands below the last marked one. `depth` orders them.
  void soft_heading(std::uint32_t depth, Span span, Span content);
  void item(const Line& line, Marker marker);
  /// A line of prose: goes on with the open block or begins a new one.
  void prose(const Line& line);
  /// Code, comments, front matter, separators: closes what is open.
  void leaf(BlockKind kind, Span span, Span content);
  void row(const Line& line, const std::vector<Span>& cells);
  void blank() {
    open_ = kNone;
    blank_before_ = true;
  }

  bool blank_before() const { return blank_before_; }
  /// The open block, if it is a paragraph of one line; else nullptr.
  const Block* one_line_paragraph() const;
  /// Takes the open paragraph back: a rule under it made it a heading.
  void drop_open();
  /// Whether the line stands, without a mark, deeper than an item that has none either, and below a
  /// line that its writer ended by hand.
  bool hangs(const Line& line) const;
  bool in_numbered_list() const { return !items_.empty() && items_.back().numbered; }

  Outline finish() { return std::move(outline_); }

 private:
  struct OpenHeading {
    std::uint32_t level = 0;
    std::uint32_t block = kNone;
    bool soft = false;
  };
  struct OpenItem {
    std::uint32_t indent = 0;
    std::uint32_t content = 0;
    std::uint32_t block = kNone;
    bool numbered = false;
    bool bare = false;  // without a mark: an outline by indentation
  };

  std::uint32_t add(Block block);
  void push_heading(std::uint32_t level, bool soft, Span span, Span content);
  void close_items(std::uint32_t indent);
  std::uint32_t parent() const;
  bool closes(const Line& line) const;
  bool continues(const Line& line) const;
  bool goes_on_lazily(const Line& line) const;
  bool ended_early(const Line& line) const;

  std::string_view text_;
  Outline outline_;
  std::vector<OpenHeading> headings_;
  std::vector<OpenItem> items_;
  std::uint32_t open_ = kNone;  // block that a line of prose may go on with
  std::uint32_t open_lines_ = 0;
  Line last_;  // its last line
  bool blank_before_ = true;
};

}  // namespace starlint
