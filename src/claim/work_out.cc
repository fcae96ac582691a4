#include "claim/work_out.h"

#include "claim/bare_year.h"

namespace starlint {

namespace {

void scale(double factor, Value& value) {
  value.low *= factor;
  value.high *= factor;
  value.resolution *= factor;
}

bool is_bare(const Claim& claim) { return claim.value.kind == ValueKind::Cardinal; }

void share_unit(Claim& a, Claim& b) {
  if (is_bare(a) == is_bare(b)) return;
  const Claim& one = is_bare(a) ? b : a;
  Claim& bare = is_bare(a) ? a : b;
  // "2 million, up from 2020"
  if (is_bare_year(bare.value)) return;
  if (one.numbers.size() != 1 || one.numbers.front().value <= 0) return;
  bare.numbers = {{bare.span, bare.value.low}};
  scale(one.value.low / one.numbers.front().value, bare.value);
  bare.value.kind = one.value.kind;
  bare.value.unit = one.value.unit;
}

}  // namespace

void work_out(const std::map<Role, Claim*>& told) {
  const auto of = [&](Role role) {
    const auto found = told.find(role);
    return found == told.end() ? nullptr : found->second;
  };
  Claim* total = of(Role::Total);
  const Claim* rate = of(Role::Rate);
  if (total != nullptr && rate != nullptr && rate->value.low > 0) {
    scale(1 / rate->value.low, total->value);
    total->value.kind = ValueKind::Cardinal;
  }
  if (const Claim* fold = of(Role::Fold); total != nullptr && fold != nullptr) {
    const double unit = total->value.resolution;
    scale(fold->value.low, total->value);
    // "Six sprints of two weeks": who counts them counts out how long they took.
    if (total->value.kind == ValueKind::Duration) total->value.resolution = unit;
  }
  Claim* before = of(Role::Before);
  Claim* after = of(Role::After);
  if (before != nullptr && after != nullptr) share_unit(*before, *after);
}

void set_fraction(double fraction, Value& value) {
  constexpr double kHundred = 100;  // percent
  constexpr double kUnit = 5;       // percent
  value.kind = ValueKind::Percent;
  value.low = value.high = kHundred * fraction;
  value.resolution = kUnit;
}

}  // namespace starlint
