// The blocks of one file of notes: headings, paragraphs, items, cells, code … One tolerant reader
// for Markdown, plain text and Org; résumés and ledgers have their own. A flat vector in reading
// order; parents by index, no pointers. Immutable once read; spans point into the Text it was read
// from.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/text.h"

namespace starlint {

enum class BlockKind : std::uint8_t {
  Heading,  // of any form: ATX, setext, bold line, numbered title, Org stars
  Paragraph,
  ListItem,
  Quote,  // a paragraph inside a block quote or callout
  TableRow,
  TableCell,    // child of a TableRow; `level` is its 0-based column
  Code,         // fenced or indented code: never prose
  Comment,      // HTML or Org comment: never prose
  FrontMatter,  // YAML, TOML or Org keywords: never prose
  Separator,    // a thematic break: "---"
};

/// Opens what the notes say to starlint: "<!-- starlint: …" and, outside Markdown, "# starlint: …".
inline constexpr std::string_view kOwnMark = "starlint:";

struct Block {
  BlockKind kind = BlockKind::Paragraph;
  // Heading level from 1; titles that no mark shows stand one or more levels below the last marked
  // heading, below 6 where there is none;
  std::uint8_t level = 0;        // list depth from 1, table column from 0
  std::uint32_t parent = kNone;  // enclosing heading, or the item or row that holds this block
  Span span;  // the whole lines of the block itself, without line end or children
  Span text;  // its content without marker, indentation and closing marks

  bool prose() const {
    return kind == BlockKind::Heading || kind == BlockKind::Paragraph ||
           kind == BlockKind::ListItem || kind == BlockKind::Quote || kind == BlockKind::TableCell;
  }
};

enum class NoteFormat : std::uint8_t {
  Markdown,
  Plain,
  Org,
  Resume,  // JSON Resume: posts, and what was done in them
  Ledger,  // starlint.toml: what the speaker declares of projects and employers
};

/// By file name: .md and .markdown are Markdown, .org is Org, .json is a résumé, starlint.toml a
/// ledger, all else plain text.
NoteFormat format_of(std::string_view path);
/// Résumés and ledgers hold facts only.
inline bool holds_stories(NoteFormat format) { return format < NoteFormat::Resume; }

struct Outline {
  NoteFormat format = NoteFormat::Plain;
  std::vector<Block> blocks;
};

Outline read_outline(const Text& text, NoteFormat format);

}  // namespace starlint
