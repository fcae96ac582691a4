// When what a claim says was so, as its sentence tells it.
#pragma once

#include <optional>
#include <vector>

#include "claim/identity.h"
#include "rule/view.h"

namespace starlint {

/// The stretches of time that the sentence of a claim names, as days since 1970-01-01; of a
/// sentence over several lines those of its own line, if there are any.
std::vector<Span> times_of(const SpeakerView& speaker, const Claim& claim);
/// The same, or where its sentence names none, the last one that its story told before it.
std::vector<Span> times_so_far(const SpeakerView& speaker, const Placed& placed);

/// Whether something was so for certain before a day, by its sentence or, where that names no time,
/// by its story.
bool before_day(const SpeakerView& speaker, const Placed& placed, double day);

/// "Until 2019 I had never led anyone": the day up to which alone something was not so; the first
/// one of all where nobody can tell. None where it holds for good.
std::optional<double> denied_until(const SpeakerView& speaker, const Placed& placed,
                                   const ClaimPatterns& patterns);

}  // namespace starlint
