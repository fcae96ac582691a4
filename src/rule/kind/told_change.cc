#include "rule/kind/told_change.h"

#include <algorithm>

#include "rule/kind/told_apart.h"
#include "rule/kind/told_signs.h"

namespace starlint {

namespace {

constexpr std::size_t kMadeAlike = 2;  // words near both that say what was made

/// What a story ends with may be told as what became of it: "It loads in 1.4 seconds."
bool is_outcome(const Told& a) {
  if (a.context->stage != Stage::Unsaid) return false;
  return a.part != nullptr && a.part->slot == Slot::Result;
}

/// "From 18 % in April to 3 % in September … in September it was 6 %": one time is one stage.
bool of_one_month(const FigureContext& a, const FigureContext& b) {
  if (a.stage == Stage::Delta || b.stage == Stage::Delta) return false;
  return same_season(a, b) ||
         (a.months.size() == 1 && a.months == b.months && !times_apart(a.times, b.times));
}

/// "Built 14 dashboards" of one file and "in the end I built 22 dashboards" of another: what was
/// made has no stages.
bool made_alike(const Told& a, const Told& b) {
  if (!is_count(a.value) || a.claim->file == b.claim->file) return false;
  const auto made = [](const Told& one) {
    const Stage stage = one.context->stage;
    return (stage == Stage::Unsaid || stage == Stage::After) && !one.context->head.empty();
  };
  return made(a) && made(b) && count_shared(a.context->near, b.context->near) >= kMadeAlike;
}

/// What a story begins with may be told as what was before it: "It took 12 seconds to load."
bool is_beginning(const Told& a) {
  const bool situation = a.part != nullptr && a.part->slot == Slot::Situation;
  return a.context->stage == Stage::Before || (a.context->stage == Stage::Unsaid && situation);
}

/// "From 8 seconds to 3", where the other tells the 3 seconds, too.
bool ends_alike(const Told& change, const Told& other) {
  return std::any_of(change.around->begin(), change.around->end(), [&](const Told* end) {
    const bool of_change =
        end->claim->sentence == change.claim->sentence && end->context->stage == Stage::After;
    return of_change && std::any_of(other.around->begin(), other.around->end(),
                                    [&](const Told* one) { return same_value(*one, *end); });
  });
}

}  // namespace

bool stages_agree(const Told& one, const Told& other) {
  const Stage a = one.context->stage;
  const Stage b = other.context->stage;
  if (a == b || of_one_month(*one.context, *other.context)) return true;
  if ((a == Stage::After && is_outcome(other)) || (b == Stage::After && is_outcome(one)))
    return true;
  if (made_alike(one, other)) return true;
  const auto late = [](Stage stage) { return stage == Stage::After || stage == Stage::Delta; };
  return !late(a) && !late(b);
}

bool one_change(const Told& a, const Told& b) {
  if (!is_beginning(a) || !is_beginning(b) || is_count(a.value) || same_place(a, b)) return false;
  const bool left = a.context->stage == Stage::Before;
  const bool right = b.context->stage == Stage::Before;
  const bool told = count_shared(a.context->words, b.context->words) > 0 || retells(a, b);
  if (left && right) return told && same_end(a, b);
  return told && ((left && ends_alike(a, b)) || (right && ends_alike(b, a)));
}

bool one_outcome(const Told& a, const Told& b) {
  const auto is_end = [](const Told& one) {
    return one.context->stage == Stage::After || is_outcome(one);
  };
  if (same_place(a, b) || !is_end(a) || !is_end(b)) return false;
  if (count_shared(a.context->near, b.context->near) == 0) return false;
  return std::any_of(a.around->begin(), a.around->end(), [&](const Told* left) {
    return std::any_of(b.around->begin(), b.around->end(), [&](const Told* right) {
      const bool before =
          left->context->stage == Stage::Before || right->context->stage == Stage::Before;
      const bool same =
          !is_count(a.value) || count_shared(left->context->nouns, a.context->nouns) > 0;
      return before && same && same_value(*left, *right) && !is_few(left->value, right->value);
    });
  });
}

}  // namespace starlint
