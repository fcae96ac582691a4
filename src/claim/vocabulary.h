// All that the reading of claims knows of a language: the words of the value grammar and the
// patterns of the packs. Immutable once loaded; any thread may read it.
#pragma once

#include <span>
#include <vector>

#include "base/result.h"
#include "claim/grammar/lexicon.h"
#include "claim/pattern.h"

namespace starlint {

struct ClaimVocabulary {
  Lexicon lexicon;
  ClaimPatterns patterns;
};

/// From the documents of all packs; the documents of others are left alone. `ready`: see
/// PatternFilter.
Result<ClaimVocabulary> load_claim_vocabulary(const std::vector<Document>& documents,
                                              std::span<const std::uint64_t> ready = {});

}  // namespace starlint
