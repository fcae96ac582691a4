#include "rule/kind/tellings.h"

#include <algorithm>

#include "rule/kind/speaker_claims.h"

namespace starlint {

std::vector<const Claim*> other_tellings(const SpeakerView& speaker, const ClaimPatterns& patterns,
                                         const Claim& claim) {
  std::vector<const Claim*> out;
  if (claim.attribute.empty()) return out;
  const SpeakerClaims claims(speaker, patterns, claim.attribute, Polarity::Both);
  for (const std::vector<const Placed*>& group : claims.groups()) {
    const bool told_here = std::any_of(group.begin(), group.end(),
                                       [&](const Placed* one) { return one->claim == &claim; });
    if (!told_here) continue;
    for (const Placed* one : group) {
      if (one->claim != &claim) out.push_back(one->claim);
    }
  }
  return out;
}

}  // namespace starlint
