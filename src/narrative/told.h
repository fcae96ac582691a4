// How much has to be told for a story, by what stands around it. Pure.
#pragma once

#include <cstdint>

#include "narrative/story.h"

namespace starlint {

inline constexpr std::uint32_t kShortestNote = 40;  // words of a story that nothing else announces

/// Under a question how one works: how the speaker does.
bool answers_in_general(const ProseEvidence& evidence);

/// Under a title beside two others that tell stories.
bool tells_in_company(const ProseEvidence& evidence);

/// Under a title beside three others that tell stories: "The rota took me four hours, so I learned
/// macros. Two others asked for the file."
bool tells_briefly(const ProseEvidence& evidence);

/// An answer without an event: "I would always look at the skill mix first. I would explain …".
bool speaks_in_general(const ProseEvidence& evidence);

/// Whether somebody does something in rows [first, end): "We were twelve" is no event yet.
bool tells_deed(const Page& page, std::uint32_t first, std::uint32_t end);

/// "I opened a form, I called each of them back, and I asked …": one sentence with several deeds.
bool tells_at_length(const Page& page, std::uint32_t first, std::uint32_t end);

}  // namespace starlint
