// What the speaker says: prose of a story without its title, prompt, labels, quotations and inline
// code. Rules about language look at nothing else, so that a question, a quoted colleague or a
// command line is never held against the speaker.
#pragma once

#include <vector>

#include "rule/view.h"

namespace starlint {

/// A piece of one block.
struct Stretch {
  Span span;
  std::uint32_t block = 0;  // index into Outline::blocks
};

/// Ascending and disjoint.
using Speech = std::vector<Stretch>;

/// What is said in the filled components of `slots`, or, where there are none, in the whole story.
Speech speech_of(const FileView& file, const Narrative& story, const std::vector<Slot>& slots);

/// Words by white space.
std::uint32_t count_words(const FileView& file, const Speech& speech);

/// The sentences of a stretch: cut behind a mark of end that white space follows.
std::vector<Span> sentences_of(const FileView& file, const Stretch& stretch);

}  // namespace starlint
