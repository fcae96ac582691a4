// What a file claims: every typed value with its place, and for those that a pattern of the packs
// knows, what is said of what, and whether it is asserted at all.
#pragma once

#include <vector>

#include "claim/claim.h"
#include "claim/vocabulary.h"
#include "narrative/narrative.h"
#include "outline/outline.h"
#include "text/text.h"

namespace starlint {

/// In order of place. Thread-safe; linear in the text but for the patterns that match.
std::vector<Claim> extract_claims(FileId file, const Text& text, const Outline& outline,
                                  const Narratives& narratives, const ClaimVocabulary& vocabulary);

}  // namespace starlint
