// A narrative: the account of one past event or project, or the answer under a behavioural prompt,
// with the components it has. Values only; spans point into the Text of `file`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace starlint {

struct Language;

enum class Slot : std::uint8_t {
  Situation,
  Task,
  Obstacle,
  Action,
  Result,
  Learning,
  Cause,
  Other
};
inline constexpr std::size_t kSlotCount = 8;
/// "Situation".
std::string_view name_of(Slot slot);

/// How a component was recognised.
enum class Basis : std::uint8_t { Label, Cue, Position };
/// "label", "cue", "position".
std::string_view name_of(Basis basis);

enum class Confidence : std::uint8_t { Low, Medium, High };
/// "low", "medium", "high".
std::string_view name_of(Confidence confidence);

/// One component. A label that serves two slots gives two parts with the same label.
struct Part {
  Slot slot = Slot::Other;
  Basis basis = Basis::Label;
  bool filled = true;        // false: labelled, but empty or only a placeholder
  bool placeholder = false;  // not filled, and a placeholder stands there
  Span label;                // the author's word, without marks; empty where there is none
  Span span;                 // the body; for an empty part where it would begin
};

struct Narrative {
  FileId file = 0;
  Span span;                     // heading or prompt or first line, to the last non-blank line
  Span title;                    // may be empty
  std::string title_text;        // without markup
  Span prompt;                   // the question it answers; empty where there is none
  std::uint32_t parent = kNone;  // the project narrative it stands in, by index in its file
  std::uint16_t framework = 0;   // index into Frameworks
  Confidence confidence = Confidence::Medium;
  bool labelled = false;      // its components carry labels
  bool hypothetical = false;  // general or hypothetical terms, no event
  bool behavioural = false;   // stands under a behavioural prompt
  bool project = false;       // a whole project told through many questions
  std::string project_key;    // folded name of project or employer; "" where unknown
  std::string project_name;   // as written
  bool employer = false;      // the key names an employer, at whom much else may have happened
  std::uint32_t words = 0;    // spoken words: prose without prompts, labels and code
  double spoken_seconds = 0;
  std::vector<Part> parts;  // in the order of the text

  /// Whether some filled part serves the slot.
  bool has(Slot slot) const;
};

/// A behavioural prompt with nothing under it, in a document that is no plain list of questions.
struct OpenPrompt {
  Span request;          // its words, without what stands behind them
  Span held;             // what holds the place of the answer, on lines below; empty without
  bool in_list = false;  // several prompts stand open together: a list kept on purpose, perhaps
};

/// "Project: Harbour": a field of a file, with what it holds for.
struct PlaceField {
  Span span;                // what it stands in: its section, or from it on
  std::string project_key;  // as those of narratives
  bool employer = false;
};

/// What a file tells.
struct Narratives {
  const Language* language = nullptr;  // of most of its prose; the rules own it
  std::vector<Narrative> stories;      // by place; a project before the stories inside it
  std::vector<OpenPrompt> open_prompts;
  std::vector<PlaceField> places;  // in order of the text; front matter first
};

}  // namespace starlint
