// A file as the finders of stories see it: rows, the labels they open with, and the sentences of
// its prose with what their words show. Built once a file; the finders only look things up.
#pragma once

#include <cstdint>
#include <vector>

#include "narrative/label.h"
#include "narrative/row.h"
#include "narrative/rules.h"

namespace starlint {

struct Sentence {
  Span span;              // first to last word
  std::uint32_t row = 0;  // the row it begins in
  std::uint32_t words = 0;
  std::uint32_t first_hit = 0;    // its cues are hits[first_hit, next sentence's first_hit)
  std::uint32_t deed_at = kNone;  // words before the first deed
  std::uint16_t self = 0;
  std::uint16_t team = 0;
  std::uint16_t you = 0;
  bool subject = false;  // the speaker or the group acts
  bool past = false;
  bool number = false;  // holds a figure
  bool modal = false;
  bool habit = false;
  bool opens_past = false;  // "Migrated the data": an act without its subject
  bool deed = false;        // the speaker or the group did something: "we then moved"
  bool question = false;    // ends with a question mark
  bool heading = false;
};

struct Hit {
  Signal signal;
  std::uint32_t offset = 0;  // words before it in its sentence
};

/// What a row asks for.
enum class Ask : std::uint8_t { Nothing, Topic, Question, General, Behavioural, NotStory };

struct Page {
  const Text* text = nullptr;
  const Outline* outline = nullptr;
  const NarrativeRules* rules = nullptr;
  const Language* language = nullptr;
  std::vector<Row> rows;
  std::vector<Label> labels;
  std::vector<std::uint32_t> label_of_row;  // index in labels, or kNone
  std::vector<Sentence> sentences;
  std::vector<Hit> hits;
  std::vector<Ask> asks;  // by row
  std::vector<std::uint32_t>
      first_sentence;  // by row, and one behind the last: sentences that begin in it

  std::string_view slice(Span span) const { return text->slice(span); }
  const Label* label(std::uint32_t row) const {
    return label_of_row[row] == kNone ? nullptr : &labels[label_of_row[row]];
  }
  /// Whether a row begins something: a block, or within one what a label opens.
  bool opens(std::uint32_t row) const { return rows[row].first || label_of_row[row] != kNone; }
  std::uint32_t row_count() const { return static_cast<std::uint32_t>(rows.size()); }
  /// Whether a row opens like "**Team size:** 8".
  bool opens_field(std::uint32_t row) const;
  /// Whether the sentence holds a cue of that sign.
  bool shows(const Sentence& sentence, Sign sign) const;
  std::uint32_t hits_end(const Sentence& sentence) const;
};

Page read_file(const Text& text, const Outline& outline, const NarrativeRules& rules);

/// Labels that open none of the parts and stand in titles are taken away: "Challenge: the new
/// depot" in a heading, "Failure" over a story told without labels.
void free_titles(Page& page, const std::vector<bool>& opens_part);

/// Fills Page::asks, and lets the answer below a request in the same paragraph begin its own.
/// Called by read_file.
void read_asks(Page& page);

/// What a row asks: of one that goes on with the answer its first words, else all of it.
Span request_of(const Page& page, std::uint32_t row);

}  // namespace starlint
