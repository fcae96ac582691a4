// Notes read into stories with the rules of the default pack, and the labelled parts of a story
// as letters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "catch.h"
#include "narrative/find.h"
#include "rule_files.h"

namespace starlint {

inline const NarrativeRules& narrative_rules() {
  static const Result<NarrativeRules> loaded = NarrativeRules::load(rule_files());
  if (!loaded) FAIL(loaded.error().describe());
  return *loaded;
}

inline Narratives read_narratives(std::string_view notes,
                                  NoteFormat format = NoteFormat::Markdown) {
  const Text text = Text::decode(notes);
  return find_narratives(text, read_outline(text, format), narrative_rules(), "notes.md", 0);
}

/// "The depot | The ferry (general)": titles, and which stories are told in general terms.
inline std::string titles(const Narratives& notes) {
  std::vector<std::string> out;
  for (const Narrative& story : notes.stories) {
    out.push_back(cat(story.title_text, story.hypothetical ? " (general)" : ""));
  }
  return join(out, " | ");
}

/// "SAR": the components of STAR that a story has, labelled or not.
inline std::string components(const Narrative& story) {
  std::string out;
  for (const Slot slot : {Slot::Situation, Slot::Task, Slot::Action, Slot::Result}) {
    if (story.has(slot)) out += name_of(slot)[0];
  }
  return out;
}

/// "STAr": labelled parts, small where unfilled.
inline std::string label_letters(const Narrative& story) {
  std::string out;
  for (const Part& part : story.parts) {
    if (part.basis != Basis::Label) continue;
    const char initial = name_of(part.slot)[0];
    out += part.filled ? initial : ascii_lower(initial);
  }
  return out;
}

}  // namespace starlint
