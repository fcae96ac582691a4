// The sections of a file: a title, question or bare head, and the rows that belong to it.
#pragma once

#include <cstdint>
#include <vector>

#include "narrative/page.h"

namespace starlint {

struct Section {
  std::uint32_t head = 0;        // row
  std::uint32_t end = 0;         // behind its last row, sub-sections included
  std::uint32_t parent = kNone;  // index
  std::uint32_t rank = 0;        // heading level; requests and items without a heading rank below
};

/// An item that opens a story: short, at the margin, with deeper text under it.
bool heads_item(const Page& page, std::uint32_t row);

/// Whether two rows open alike: with a number, with "Q:", in bold type.
bool open_alike(const Page& page, std::uint32_t a, std::uint32_t b);

/// In reading order, parents before children.
std::vector<Section> sections_of(const Page& page);

/// Behind the last row of a section that is no blank or separating one.
std::uint32_t body_end(const Page& page, const Section& section);
/// The first row of what stands under its head, in front of `end`; the head itself where it goes on
/// with the answer.
std::uint32_t body_begin(const Page& page, const Section& section, std::uint32_t end);
/// Whether a row only holds the place of an answer: "(the one about the lift?)", "to be written".
bool holds_place(const Page& page, std::uint32_t row);
/// Whether rows [body, end) say nothing but titles and questions. Code is something.
bool says_nothing(const Page& page, std::uint32_t body, std::uint32_t end);

/// Whether a title above the section says that no story follows: "What went well" in the minutes of
/// a retrospective.
bool stands_under_no_story(const Page& page, const std::vector<Section>& sections,
                           const Section& section);

}  // namespace starlint
