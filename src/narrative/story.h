// Stories as rows, before they become narratives. Shared by the finders of this folder only.
#pragma once

#include <cstdint>
#include <vector>

#include "narrative/narrative.h"
#include "narrative/page.h"

namespace starlint {

/// One labelled part: the row of its label, and the rows its body fills.
struct LabelledPart {
  std::uint32_t label = 0;  // index in Page::labels
  ConceptId concept_id = 0;
  std::uint32_t row = 0;      // of the label; the body begins there, behind the label
  std::uint32_t end_row = 0;  // behind the last row of the body
  bool filled = false;
  bool placeholder = false;
};

struct Story {
  std::uint32_t first = 0;  // rows [first, end)
  std::uint32_t end = 0;
  std::uint32_t title = kNone;   // row
  std::uint32_t prompt = kNone;  // row
  std::uint32_t body = 0;        // first row behind title and prompt
  bool labelled = false;
  bool hypothetical = false;
  bool behavioural = false;
  bool project = false;
  Confidence confidence = Confidence::Medium;
  std::vector<LabelledPart> parts;
};

/// What the sentences of some rows show together. Questions, titles and labels do not count.
struct ProseEvidence {
  std::uint32_t sentences = 0;
  std::uint32_t words = 0;
  std::uint32_t events = 0;    // the speaker did something in the past
  std::uint32_t scenes = 0;    // of these, with a figure or with when and where
  std::uint32_t told = 0;      // of these, with the speaker as the one who acts
  std::uint32_t general = 0;   // what one does or would do
  std::uint32_t personal = 0;  // sentences with the speaker or the speaker's group
  std::uint32_t past = 0;
  std::uint32_t in_cells = 0;  // sentences in table cells
  std::uint32_t advice = 0;    // sentences to "you"
};

ProseEvidence weigh(const Page& page, std::uint32_t first, std::uint32_t end);

/// Whether one of the first words of a span opens an instruction: "Describe …".
bool opens_instruction(const Page& page, Span span, std::size_t words = 1);

/// Whether somebody or something else opens the sentence and acts: "Nobody opened it."
bool other_acts(const Page& page, const Sentence& sentence);

/// Whether others did something before the speaker does in it: "The board agreed, and I signed."
bool follows_others(const Page& page, const Sentence& sentence);

/// Whether prose tells what one does or would do, and no event of its own.
bool is_general(const ProseEvidence& evidence);

/// Groups of labelled parts that tell a story, in order; legends and definitions are left out.
std::vector<Story> find_labelled(const Page& page);

/// Whether labels that follow each other may be the parts of one story; `dashed`: the author has
/// shown to mean the words before dashes.
bool are_parts(const Page& page, const std::vector<LabelledPart>& group, bool dashed);
/// Whether one of them is more than a bare word: bold, in brackets, before a colon.
bool is_marked(const Page& page, const std::vector<LabelledPart>& group);

/// Labels that tell no story: explained to the reader, left blank under no question, or telling of
/// something in which nobody acts.
bool is_legend(const Page& page, const Story& story);
bool is_blank_form(const Page& page, const Story& story);
bool is_report(const Page& page, const Story& story);

/// Whether labels stand under a title as those of stories before them do: one more, even where it
/// is still to be told.
bool goes_on(const Page& page, const std::vector<Story>& before, const Story& story);

/// Stories without labels, between and beside the labelled ones; and prompts without an answer.
void find_unlabelled(const Page& page, std::vector<Story>& stories,
                     std::vector<OpenPrompt>& open_prompts);

/// The components that a story has.
std::vector<Part> parts_of(const Page& page, const Story& story);

/// Whether rows [first, end), from the offset `body` of the first on, hold text that is no mere
/// placeholder; `placeholder` tells if one stands there.
bool is_filled(const Page& page, std::uint32_t first, std::uint32_t end, std::uint32_t body,
               bool& placeholder);
bool is_filled(const Page& page, const LabelledPart& part, bool& placeholder);

/// Whether no sentence of the part is without the gap of a figure: "cut costs by XX%".
bool lacks_figures(const Page& page, const LabelledPart& part);

/// Stories told one a row of a table, beside a request or a name; and requests beside which nothing
/// stands, in a table that answers others.
void find_in_tables(const Page& page, std::vector<Story>& stories,
                    std::vector<OpenPrompt>& open_prompts);

}  // namespace starlint
