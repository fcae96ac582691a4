// What a story holds and how it would sound, as tables of stories show it.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "lint/lint.h"

namespace starlint {

/// The components every table shows.
inline constexpr std::array kStarSlots = {Slot::Situation, Slot::Task, Slot::Action, Slot::Result};

/// Hardly: labelled and empty, a placeholder, or only a few words.
enum class Telling : std::uint8_t { Missing, Hardly, Told };
Telling telling_of(const FileResult& file, const Narrative& story, Slot slot);
/// "S": told; "s": hardly told; "–": missing.
std::string mark_of(Telling telling, Slot slot);
/// "S t A –".
std::string marks_of(const FileResult& file, const Narrative& story);

/// What is said in a story, counted.
struct SpokenFigures {
  std::uint32_t numbers = 0;
  std::uint32_t self = 0;  // "I"
  std::uint32_t team = 0;  // "we"
};
SpokenFigures spoken_figures(const LintRun& run, const FileResult& file, const Narrative& story);

/// Projects told through many questions count by their stories.
std::size_t count_stories(const LintRun& run);

/// Its title as written, or "line 12".
std::string story_name(const FileResult& file, const Narrative& story);

}  // namespace starlint
