// The words around a figure: what is measured, whose it is, and at which stage. Two figures whose
// sentences say the same words of the same time are figures of the same thing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "claim/claim.h"
#include "claim/pattern.h"
#include "outline/outline.h"
#include "text/text.h"

namespace starlint {

/// Where in a change a figure stands: "took 3 hours", "now takes 40 minutes", "cut by 2 hours".
enum class Stage : std::uint8_t { Unsaid, Before, After, Delta };

/// A word that tells one of several: the "friday" of the kind "weekday".
struct Contrast {
  std::string kind;
  std::string word;
  bool operator==(const Contrast&) const = default;
};

struct FigureContext {
  std::uint32_t claim = 0;  // index in the claims of the file
  Span reach;               // its sentence, and the one that it leans on
  Stage stage = Stage::Unsaid;
  bool definite = false;            // "the seven boats", and nothing says which seven
  bool persons = false;             // its nouns name people by what they do: "visitors"
  std::string rate;                 // of how much it is told: "week" of "40 calls a week"
  std::string head;                 // first word behind a count, folded
  std::vector<std::string> nouns;   // behind a count: "reports" folded; sorted, as all below
  std::vector<std::string> words;   // content words of the sentence, and of the one it leans on
  std::vector<std::string> near;    // those of its clause around it: what is measured
  std::vector<std::string> acts;    // light words near it, folded: "raised", "took"
  std::vector<std::string> names;   // capitalised words in it
  std::vector<std::string> marks;   // what tells one item from another: "fy21", "q3"
  std::vector<Contrast> contrasts;  // among the words near it, as they come
  std::vector<Span> times;          // days of the dates near it, as [first, behind last)
};

/// The contexts of the figures of a file that are asserted or aimed at, in order of place. Linear
/// in the text.
std::vector<FigureContext> read_contexts(const Text& text, const Outline& outline,
                                         const std::vector<Claim>& claims,
                                         const ClaimPatterns& patterns);

}  // namespace starlint
