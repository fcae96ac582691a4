// What a file says of changes: movements ("from 40 to 12"), claimed changes ("down 70 %"), and
// which belongs to which. Values only; made once per file, then immutable.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "metric/change.h"
#include "metric/passage.h"
#include "metric/vocabulary.h"
#include "narrative/narrative.h"

namespace starlint {

/// A place in the passages of a file. Sentences are counted through the file.
struct Mention {
  std::uint32_t passage = 0;
  std::uint32_t sentence = 0;
  Span span;  // in masked text
};

/// One value where it is said.
struct Figure {
  std::uint32_t passage = 0;
  std::uint32_t value = 0;  // index into Passage::values
};

/// A measure before and after.
struct SaidMovement {
  Mention where;
  Figure before;
  Figure after;
  std::vector<Figure> stages;  // between them
};

/// A claimed change.
struct SaidChange {
  Mention where;
  ChangeClaim claim;
  Figure figure;            // value kNone: the words say it by themselves
  Figure amount{0, kNone};  // by how much, in its own unit: the 28 of "28 fewer, or 35 %"
  Span said;                // in masked text: the figure, or the words
  std::string metric;       // what is said to have changed; "" where only "it" or nothing stands
  bool overall = false;     // several steps told as one
  bool left = false;        // told by what is left: "a sixth of what it was"
};

/// A claim with the figures it is about.
struct Comparison {
  std::uint32_t change = 0;  // index into Metrics::changes
  Figure before;
  Figure after;
  Movement movement;
  ChangeVerdict verdict = ChangeVerdict::Ok;
  bool sure = false;  // one sentence tells it all
};

/// Steps that are told as one with the sum of their figures.
struct WrongTotal {
  std::uint32_t change = 0;
  std::vector<std::uint32_t> steps;
  double composed = 0;
};

/// How a figure is said to follow from others.
enum class Operation : std::uint8_t { Product, Sum, Rest, Share, Mean, Fit };

/// A figure that does not follow from the others as it is said to.
struct WrongResult {
  Operation operation = Operation::Product;
  Figure claimed;
  std::vector<Figure> terms;
  Extent computed;  // in the unit that the claimed figure is written in
};

struct Metrics {
  std::vector<Passage> passages;
  std::vector<std::uint32_t> stories;  // of each passage; equal means same one
  std::vector<SaidMovement> movements;
  std::vector<SaidChange> changes;
  std::vector<Comparison> comparisons;
  std::vector<WrongTotal> wrong_totals;
  std::vector<WrongResult> wrong_results;

  const Typed& typed(Figure figure) const { return passages[figure.passage].values[figure.value]; }
  const Value& value(Figure figure) const { return typed(figure).value; }
  /// In the text of the file.
  Span place(Figure figure) const { return typed(figure).span; }
  Span place(const SaidChange& change) const {
    return passages[change.where.passage].masked.origin(change.said);
  }
};

Metrics read_metrics(const Text& text, const Outline& outline, const Narratives& narratives,
                     const Lexicon& lexicon, const MetricVocabulary& vocabulary);

}  // namespace starlint
