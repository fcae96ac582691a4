// A figure told somewhere in the notes, and whether another telling of it contradicts it: the same
// thing is counted or measured at the same stage, and the figures cannot both be true. Values that
// point into the views they were made from; pure functions over them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claim/context.h"
#include "claim/identity.h"
#include "narrative/narrative.h"
#include "rule/kind/reference.h"

namespace starlint {

/// A figure with its words and where it stands; all that it points to outlives it.
struct Told {
  const Claim* claim = nullptr;
  Value value;  // of the claim; a part of one as a share: "a quarter of the trees"
  const FigureContext* context = nullptr;
  Placed placed;
  std::vector<int> years;      // told so far where it stands
  const Part* part = nullptr;  // of its story; nullptr outside of them
  const Topic* topic = nullptr;
  bool personal = false;   // of a story, or said of oneself
  bool anybody = false;    // counts people, whoever they are
  bool of_things = true;   // not "three times"
  bool today = false;      // its sentence tells what is so now
  bool anew = false;       // … or of a second time
  bool earlier = false;    // … or of the year or month before
  bool aimed = false;      // it is of a plan or an offer
  bool theirs = false;     // its sentence tells of what others have: "they have 30 hives"
  bool own = false;        // … or of what the speaker did
  bool elsewhere = false;  // … or of another place than the one told of: "my next job"
  bool combined = false;   // … or of several steps: "taken together"
  bool wished = false;     // what was asked for, granted or not
  bool summary = false;    // its line sums the story up: "In short: …", "For the résumé: …"
  Reference reference = Reference::None;
  Pointing pointing;
  std::string_view amount;  // what kind of money: earned, spent …; or ""
  const std::vector<std::string>* account = nullptr;  // content words of its story or section
  const std::vector<const Told*>* around = nullptr;   // figures of its kind in its story or block
  const std::vector<const Told*>* section = nullptr;  // the same in its story or section
  const std::vector<const Told*>* all = nullptr;      // figures of any kind in its story or block
};

/// How much two tellings must have in common.
struct Likeness {
  double words = 3;         // shared content words at least
  double share = 0.5;       // of the words of the shorter sentence
  double same_story = 0.7;  // the same inside one story, where figures change on purpose
  double weight = 4;        // in another place: words that both have, by where they stand
};

/// Words that two sorted lists have in common.
std::vector<std::string> shared(const std::vector<std::string>& a,
                                const std::vector<std::string>& b);

/// Figures of different dimensions are never compared.
std::string dimension_of(const Value& value);

/// Whether what is told around both leaves it open that they contradict each other: the part of
/// contradict() that asks nothing of other files.
bool may_contradict(const Told& a, const Told& b);

/// Whether `b`, told behind `a`, cannot be true together with it.
bool contradict(const Told& a, const Told& b, const Likeness& least);

}  // namespace starlint
