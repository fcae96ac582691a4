#include "rule/kind/told_story.h"

#include <algorithm>

#include "rule/kind/told_apart.h"
#include "rule/kind/told_signs.h"

namespace starlint {

namespace {

constexpr double kFarthest = 4;         // times
constexpr std::uint32_t kSlack = 2;     // days: years are counted with a fraction
constexpr std::size_t kStatement = 3;   // … and that the same is said again
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

/// "14 wells in 2016 … at the end of the 2016 season": in so many of the same words, times that end
/// together are one.
bool one_season(const Told& a, const Told& b) {
  const auto& left = a.context->times;
  const auto& right = b.context->times;
  if (left.size() != 1 || right.size() != 1 || a.context->stage != b.context->stage) return false;
  const std::uint32_t ends[] = {left.front().end, right.front().end};
  return std::max(ends[0], ends[1]) - std::min(ends[0], ends[1]) <= kSlack &&
         count_shared(a.context->near, b.context->near) >= kStatement;
}

/// What was so before the speaker did something, or what came of it; 0 where nobody can tell.
int phase_of(const Told& a) {
  if (a.part == nullptr || a.context->stage != Stage::Unsaid) return 0;
  switch (a.part->slot) {
    case Slot::Situation:
    case Slot::Task:
    case Slot::Obstacle:
    case Slot::Cause:
      return 1;
    case Slot::Result:
    case Slot::Learning:
      return 2;
    case Slot::Action:  // step by step
    case Slot::Other:
      break;
  }
  return 0;
}

/// "The raffle brought in 12,400 … what I learnt: a raffle that brings in 9,000": two parts of a
/// story, on one side of what changed.
bool one_phase(const Told& a, const Told& b) {
  if (is_count(a.value) || a.amount != b.amount || a.aimed != b.aimed || a.part == b.part) {
    return false;
  }
  const bool sure = !a.amount.empty() && count_shared(a.context->near, b.context->near) > 0;
  return phase_of(a) != 0 && phase_of(a) == phase_of(b) &&
         (sure || says_the_same(*a.context, *b.context));
}

/// One alone is of the task: what it should become.
bool one_is_task(const Told& a, const Told& b) {
  const auto of_task = [](const Told& one) {
    return one.part != nullptr && one.part->slot == Slot::Task;
  };
  return of_task(a) != of_task(b);
}

/// "In winter 31 % of the trips were late … in winter 38 % of trips were late": so many of the same
/// words, and not one before what changed and the other behind it.
bool one_statement(const Told& a, const Told& b) {
  const bool unsaid = a.context->stage == Stage::Unsaid && b.context->stage == Stage::Unsaid;
  if (!unsaid || a.part == nullptr || b.part == nullptr || a.part == b.part) return false;
  if (a.aimed != b.aimed || a.amount != b.amount || across_story(a, b)) return false;
  if (a.context->elliptic || b.context->elliptic) return false;
  return count_shared(a.context->near, b.context->near) >=
         (is_count(a.value) ? kMeasured : kStatement);
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

/// "… half of the six days that it took when I came", told behind the beginning.
bool looks_back(const Told& b) { return b.context->stage == Stage::Before; }

bool one_beginning(const Told& a, const Told& b) {
  if (a.part == b.part && !is_old_end(a) && !is_old_end(b)) return false;
  if (is_beginning(a) && looks_back(b)) return true;
  // What is told behind it without a word of the time need not be of the beginning.
  return looks_back(a) && is_beginning(b) &&
         (looks_back(b) || says_the_same(*a.context, *b.context));
}

/// The "52 minutes" of "from 70 minutes to 52", where the 70 were told before `a`.
bool is_new_end(const Told& b, const Told& a) {
  if (b.context->stage != Stage::After) return false;
  return std::any_of(b.section->begin(), b.section->end(), [&](const Told* old) {
    if (old->claim->sentence != b.claim->sentence || !is_old_end(*old)) return false;
    return std::any_of(a.section->begin(), a.section->end(), [&](const Told* one) {
      return one->claim->span.begin < a.claim->span.begin && same_value(*one, *old);
    });
  });
}

bool is_ending(const Told& a) {
  const Stage stage = a.context->stage;
  const bool result = a.part != nullptr && a.part->slot == Slot::Result;
  return stage == Stage::After || (stage == Stage::Unsaid && result);
}

bool one_ending(const Told& a, const Told& b) {
  return a.context->times.size() + b.context->times.size() == 0 && is_ending(a) && is_new_end(b, a);
}

/// Whether the story says of both that they are figures of one time and stage.
bool one_moment(const Told& a, const Told& b) {
  return one_time(a, b) || one_season(a, b) || one_beginning(a, b) || one_ending(a, b) ||
         one_phase(a, b) || one_statement(a, b);
}

bool in_sentence_of(const Told& one, const Told& other) {
  return one.claim->sentence == other.claim->sentence;
}

/// Whether `c` could be meant by the words of `b` as well as `a` is.
bool is_rival(const Told& c, const Told& a, const Told& b) {
  if (&c == &a || &c == &b || in_sentence_of(c, b) || set_apart(c, b)) return false;
  if (!one_moment(c, b)) return false;
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

/// "In spring our score was 44 … spring had been 31": nothing is counted, and the time, or what is
/// measured, says what is meant.
bool same_score(const Told& a, const Told& b) {
  const FigureContext& left = *a.context;
  const FigureContext& right = *b.context;
  if (!left.nouns.empty() || !right.nouns.empty() || is_few(a.value, b.value)) return false;
  const bool times = left.times.size() == 1 && right.times.size() == 1 && right.elliptic;
  return times || count_shared(left.near, right.near) >= kMeasured;
}

/// "3,800 boxes … down from 2,900": the old end of a change is of what its new end counts.
bool bare_old_end(const Told& a, const Told& b) {
  return is_beginning(a) && b.context->stage == Stage::Before && b.context->elliptic &&
         b.context->nouns.empty() && !is_few(a.value, b.value) &&
         says_the_same(*a.context, *b.context);
}

/// Things are counted anew all through a story.
bool same_count(const Told& a, const Told& b) {
  return same_noun(*a.context, *b.context) && a.of_things && b.of_things &&
         !is_few(a.value, b.value) && !adds_up(a, b);
}

/// "9 errors a month … errors 35 a month down to 4": the new end of a change whose old end both
/// tell is of what that counts.
bool bare_new_end(const Told& a, const Told& b) {
  const FigureContext& left = *a.context;
  const FigureContext& right = *b.context;
  return one_ending(a, b) && left.rate == right.rate &&
         count_shared(left.nouns, right.nouns.empty() ? right.label : right.nouns) > 0;
}

/// Whether words say that both are figures of one thing.
bool same_measure(const Told& a, const Told& b) {
  const std::size_t near = count_shared(a.context->near, b.context->near);
  if (near >= kMeasured) return true;
  if (is_count(a.value)) {
    return same_score(a, b) || one_beginning(a, b) || (near > 0 && one_ending(a, b));
  }
  const bool elliptic = a.context->elliptic || b.context->elliptic;
  if (near >= kMeasureOne) return true;
  // Where no word is the same, only what tells one beginning again in so many words can be meant.
  return elliptic && (one_time(a, b) || (one_beginning(a, b) && is_old_end(b)));
}

}  // namespace

bool told_twice_in_story(const Told& a, const Told& b) {
  if (!in_one_story(a, b)) return false;
  if (a.context->reach.overlaps(b.context->reach) || has_own_rule(a, b)) return false;
  if (a.context->stage == Stage::Delta || b.context->stage == Stage::Delta) return false;
  if (ratio(a.value, b.value) > kFarthest || set_apart(a, b)) return false;
  if (!one_moment(a, b) && !one_item(a, b)) return false;
  if (one_is_task(a, b) && one_phase(a, b) && !one_time(a, b)) return false;
  const bool counted =
      same_count(a, b) || same_score(a, b) || bare_old_end(a, b) || bare_new_end(a, b);
  if (is_count(a.value) && !counted) return false;
  if (!same_measure(a, b) || is_confirmed(a, b)) return false;
  return std::none_of(a.section->begin(), a.section->end(), [&](const Told* one) {
    return is_rival(*one, a, b) || is_rival(*one, b, a);
  });
}

}  // namespace starlint
