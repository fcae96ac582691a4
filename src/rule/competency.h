// Competencies that an employer asks about, as data: each knows how it is asked for and how it
// shows in a story. Which story serves which is a suggestion, made generously: a competency that
// nothing serves is then truly open.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rule/kind/speech.h"
#include "rule/view.h"
#include "toml/document.h"

namespace starlint {

struct Competency {
  std::string name;
  std::vector<PatternId> asked;  // in title, prompt, labels, or a heading above
  std::vector<PatternId> told;   // in what the speaker says
};

/// What one employer, or one school of interviewing, asks about.
struct CompetencySet {
  std::string id;     // "civil-service"
  std::string title;  // "the Civil Service's behaviours"
  std::vector<Competency> items;
};

using Competencies = std::vector<CompetencySet>;

/// The sets among the documents of all packs; their expressions go into the bank.
Result<Competencies> read_competencies(const std::vector<Document>& documents, PatternBank& bank);

/// A heading in some file of a speaker.
struct HeadingRef {
  const FileView* file = nullptr;
  Span text;
};

/// A story of one speaker.
struct StoryRef {
  const FileView* file = nullptr;
  std::uint32_t index = 0;               // in Narratives::stories
  const Speech* speech = nullptr;        // of the whole story; kept by the memo of the file
  std::vector<HeadingRef> listed_under;  // headings under which an index names its title

  const Narrative& story() const { return file->narratives.stories[index]; }
};

/// The stories of a file in which an event is told, in order of place.
std::vector<StoryRef> stories_of(const FileView& file);
/// The stories of a speaker in which an event is told, in order of file and place. Kept for the
/// look.
const std::vector<StoryRef>& stories_of(const SpeakerView& speaker);

/// Whether a story serves a competency by what stands in its own file.
bool serves_by_itself(const StoryRef& story, const Competency& competency, const PatternBank& bank);
/// Whether an index names the story under a heading that asks for the competency.
bool is_listed_for(const StoryRef& story, const Competency& competency, const PatternBank& bank);
/// Whether a story serves a competency.
bool serves(const StoryRef& story, const Competency& competency, const PatternBank& bank);

}  // namespace starlint
