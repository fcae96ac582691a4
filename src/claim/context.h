// The words around a figure: what is measured, whose it is, and at which stage. Two figures whose
// sentences say the same words of the same time are figures of the same thing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "claim/claim.h"
#include "claim/pattern.h"
#include "claim/stage.h"
#include "outline/outline.h"
#include "text/text.h"

namespace starlint {

/// A word that tells one of several: the "friday" of the kind "weekday".
struct Contrast {
  std::string kind;
  std::string word;
  bool operator==(const Contrast&) const = default;
};

struct FigureContext {
  std::uint32_t claim = 0;      // index in the claims of the file
  std::uint32_t table = kNone;  // where its cell is little but the figure: first row of its table
  Span sentence;                // its own
  Span reach;                   // that, and the one that it leans on
  Stage stage = Stage::Unsaid;
  bool definite = false;            // "the seven boats", and nothing says which seven
  bool elliptic = true;             // its clause does not say what it measures: "up from 12 in May"
  bool persons = false;             // its nouns name people by what they do: "visitors"
  std::string rate;                 // of how much it is told: "week" of "40 calls a week"
  std::string thing;                // what is so long or large: "lease" of "a 12-month lease"
  std::string head;                 // first word behind a count, folded
  std::vector<std::string> nouns;   // behind a count: "reports" folded; sorted, as all below
  std::vector<std::string> words;   // content words of the sentence, and of the one it leans on
  std::vector<std::string> near;    // those of its clause around it: what is measured
  std::vector<std::string> label;   // last content words before it: "gpa" of "GPA 3.4"
  std::vector<std::string> acts;    // light words near it, folded: "raised", "took"
  std::vector<std::string> names;   // capitalised words in it
  std::vector<std::string> marks;   // what tells one item from another: "fy21", "batch 17"
  std::vector<std::string> months;  // named in its clause, with or without a year: "may"
  std::vector<Contrast> contrasts;  // among the words near it, as they come
  std::vector<Span> times;          // days of the dates near it, as [first, behind last)
};

/// The contexts of the figures of a file that are asserted or aimed at, in order of place. Linear
/// in the text.
std::vector<FigureContext> read_contexts(const Text& text, const Outline& outline,
                                         const std::vector<Claim>& claims,
                                         const ClaimPatterns& patterns);

}  // namespace starlint
