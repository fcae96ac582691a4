// What the parts of a story are called: concepts (the author's words, whatever the language) and
// the frameworks made of them. Read from rules/frameworks.toml; immutable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "narrative/narrative.h"
#include "toml/document.h"

namespace starlint {

using ConceptId = std::uint8_t;

/// A kind of label: "situation", "challenge", "key learning".
struct Concept {
  std::string id;
  std::vector<Slot>
      slots;            // components it serves: the first always, the others where its text does
  char letter = 0;      // lower case; 0 where it has none
  bool common = false;  // frequent outside stories, too
  bool theme = false;   // alone as a title it names what a story is about
};

/// A place in a framework that any of some concepts fills.
struct Component {
  std::vector<ConceptId> concepts;
  Slot slot = Slot::Other;
  bool mandatory = false;
};

struct Framework {
  std::string id;    // "STAR"
  std::string name;  // as it is printed
  std::vector<Component> components;
  bool task_in_situation = false;  // what had to be done is told with the situation

  /// Whether the framework asks for the slot.
  bool wants(Slot slot) const;
  /// Whether some component of it is told under the concept.
  bool takes(ConceptId concept_id) const;
};

struct Frameworks {
  std::vector<Concept> concepts;
  std::vector<Framework> frameworks;  // the first is the default

  /// Index of the framework whose components the concepts fill best; earlier ones win ties.
  std::uint16_t best(const std::vector<ConceptId>& found) const;
  /// Whether each of the letters, in lower case, stands for a component of its own in one of them.
  bool spell(std::string_view letters) const;
  /// The concept of that id, or nullptr.
  const Concept* find(std::string_view id) const;
};

Result<Frameworks> load_frameworks(const Document& document);

}  // namespace starlint
