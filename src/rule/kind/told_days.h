// Days of which a file tells what the speaker did then: "It was in May 2018 that I …". Kept with
// the file, so that they are not read anew when another is edited.
#pragma once

#include <vector>

#include "claim/pattern.h"
#include "rule/view.h"

namespace starlint {

struct ToldDay {
  const Claim* claim = nullptr;  // the date
  Span told;                     // the sentence, with the next one where it is no more than a date
};

/// A date, or a stretch with a beginning.
bool is_day(const Value& value);

/// In order of place; without the days of which it is said that they lie outside any post.
const std::vector<ToldDay>& days_told(const FileView& file, const ClaimPatterns& patterns);

}  // namespace starlint
