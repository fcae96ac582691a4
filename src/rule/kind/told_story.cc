#include "rule/kind/told_story.h"

#include <algorithm>

#include "rule/kind/told_apart.h"
#include "rule/kind/told_signs.h"

namespace starlint {

namespace {

constexpr double kFarthest = 4;         // times
constexpr std::uint32_t kSlack = 2;     // days: years are counted with a fraction
constexpr std::size_t kMeasure = 2;     // words near both figures that say what is measured
constexpr std::size_t kMeasureOne = 1;  // … where nothing else in the story can be meant

bool same_days(Span a, Span b) {
  const auto close = [](std::uint32_t left, std::uint32_t right) {
    return std::max(left, right) - std::min(left, right) <= kSlack;
  };
  return close(a.begin, b.begin) && close(a.end, b.end);
}

/// Each names one time, and it is the same, not before and behind a change; a month is not its
/// year.
bool one_time(const Told& a, const Told& b) {
  const FigureContext& left = *a.context;
  const FigureContext& right = *b.context;
  if ((left.stage == Stage::After) != (right.stage == Stage::After)) return false;
  if (left.times.size() == 1 && right.times.size() == 1) {
    return same_days(left.times.front(), right.times.front());
  }
  return left.times.size() + right.times.size() <= 1 && count_shared(left.months, right.months) > 0;
}

/// Both of "batch 17", at one stage; what ends the story is another stage than what begins it.
bool one_item(const Told& a, const Told& b) {
  if (count_shared(a.context->marks, b.context->marks) == 0) return false;
  const Stage stage = a.context->stage;
  if (stage != b.context->stage || stage == Stage::Delta) return false;
  const auto slot = [](const Told& one) {
    return one.part == nullptr ? Slot::Other : one.part->slot;
  };
  return stage != Stage::Unsaid || slot(a) == slot(b);
}

/// The "70 minutes" of "from 70 minutes to 52": its sentence tells the new end, too.
bool is_old_end(const Told& a) {
  if (a.context->stage != Stage::Before) return false;
  return std::any_of(a.section->begin(), a.section->end(), [&](const Told* one) {
    return one != &a && one->claim->sentence == a.claim->sentence &&
           one->context->stage == Stage::After;
  });
}

/// What a story begins with.
bool is_beginning(const Told& a) {
  const Stage stage = a.context->stage;
  const bool situation = a.part != nullptr && a.part->slot == Slot::Situation;
  return !is_old_end(a) && (stage == Stage::Before || (stage == Stage::Unsaid && situation));
}

bool one_beginning(const Told& a, const Told& b) {
  return (is_beginning(a) && is_old_end(b)) || (is_old_end(a) && is_beginning(b));
}

bool in_sentence_of(const Told& one, const Told& other) {
  return one.claim->sentence == other.claim->sentence;
}

/// Whether `c` could be meant by the words of `b` as well as `a` is.
bool is_rival(const Told& c, const Told& a, const Told& b) {
  if (&c == &a || &c == &b || in_sentence_of(c, b) || set_apart(c, b)) return false;
  if (!one_time(c, b) && !one_beginning(c, b)) return false;
  return count_shared(c.context->near, b.context->near) >=
         count_shared(a.context->near, b.context->near);
}

/// The same figure stands elsewhere in the story, too, or without its unit.
bool is_confirmed(const Told& a, const Told& b) {
  return std::any_of(a.section->begin(), a.section->end(),
                     [&](const Told* one) {
                       return one != &a && one != &b &&
                              (same_value(*one, a) || same_value(*one, b));
                     }) ||
         tells_bare(a, b) || tells_bare(b, a);
}

/// Things are counted anew all through a story.
bool same_count(const Told& a, const Told& b) {
  const std::string& head = a.context->head;
  return !head.empty() && head == b.context->head && a.of_things && b.of_things &&
         !is_few(a.value, b.value) && !adds_up(a, b);
}

bool is_personal(const Told& a) {
  return std::any_of(a.section->begin(), a.section->end(),
                     [](const Told* one) { return one->personal; });
}

/// Whether words say that both are figures of one thing.
bool same_measure(const Told& a, const Told& b) {
  const std::size_t near = count_shared(a.context->near, b.context->near);
  if (near >= kMeasure) return true;
  if (is_count(a.value)) return false;
  const bool elliptic = a.context->elliptic || b.context->elliptic;
  return near >= kMeasureOne || (elliptic && one_time(a, b));
}

}  // namespace

bool told_twice_in_story(const Told& a, const Told& b) {
  if (!same_place(a, b) || !is_personal(a)) return false;
  if (a.claim->modality != Modality::Asserted || b.claim->modality != Modality::Asserted) {
    return false;
  }
  if (a.context->reach.overlaps(b.context->reach) || has_own_rule(a, b)) return false;
  if (a.context->stage == Stage::Delta || b.context->stage == Stage::Delta) return false;
  if (ratio(a.value, b.value) > kFarthest || set_apart(a, b)) return false;
  if (!one_time(a, b) && !one_item(a, b) && !one_beginning(a, b)) return false;
  if (is_count(a.value) && !same_count(a, b)) return false;
  if (!same_measure(a, b) || is_confirmed(a, b)) return false;
  return std::none_of(a.section->begin(), a.section->end(), [&](const Told* one) {
    return is_rival(*one, a, b) || is_rival(*one, b, a);
  });
}

}  // namespace starlint
