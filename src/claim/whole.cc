#include "claim/whole.h"

#include <algorithm>

#include "claim/bare_year.h"

namespace starlint {

namespace {

constexpr std::uint32_t kReach = 3;  // sentences between a whole and its parts
constexpr double kDozen = 12;        // whoever counts in dozens counts exactly
constexpr double kBare = 10;         // a bare number that is less is no sum of money

/// What all parts have in common.
struct Parts {
  ValueKind kind = ValueKind::Cardinal;
  double most = 0;
  double finest = 1;  // last digit that one of them tells
  std::uint32_t sentence = 0;
};

Parts look_at(const std::vector<Claim*>& parts) {
  Parts out{parts.front()->value.kind, 0, parts.front()->value.resolution, parts.front()->sentence};
  for (const Claim* part : parts) {
    out.most = std::max(out.most, part->value.low);
    out.finest = std::min(out.finest, part->value.resolution);
  }
  return out;
}

bool can_hold(const Claim& claim, const Parts& parts) {
  const Value& value = claim.value;
  const bool money = value.kind == ValueKind::Money && parts.most >= kBare;
  if (claim.modality != Modality::Asserted) return false;  // "room for a dozen"
  return (value.kind == parts.kind || money) && value.single() && value.low >= parts.most &&
         !is_bare_year(value) && value.resolution <= std::max(parts.finest, kDozen) &&
         claim.group == kNone;
}

}  // namespace

void count_out(const Value& whole, Value& part) {
  if (part.kind != ValueKind::Cardinal || part.low <= 0 || part.high >= 1) return;
  part.low *= whole.low;
  part.high *= whole.low;
  part.resolution = 1;
}

void find_whole(const ClaimEntry& entry, const ClaimPatterns& patterns, std::vector<Claim>& claims,
                const std::vector<Claim*>& parts) {
  const Parts all = look_at(parts);
  for (Claim* claim = parts.front(); claim != claims.data();) {
    --claim;
    if (claim->sentence + kReach < all.sentence) return;
    if (!can_hold(*claim, all)) continue;
    const bool known = !claim->attribute.empty();
    const std::string_view kind = known ? patterns.parts_of(claim->attribute) : entry.parts;
    if (kind.empty()) return;
    if (!known) claim->attribute = entry.attribute;
    for (Claim* part : parts) {
      part->attribute = kind;
      count_out(claim->value, part->value);
    }
    claim->group = parts.front()->group;
    claim->complete = parts.front()->complete;
    return;
  }
}

}  // namespace starlint
