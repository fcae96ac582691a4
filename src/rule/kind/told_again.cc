#include "rule/kind/told_again.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>

#include "base/strings.h"
#include "rule/kind/told_apart.h"
#include "rule/kind/told_signs.h"

namespace starlint {

namespace {

constexpr double kFarthest = 4;  // times

bool among(const std::vector<std::string>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

/// "Those three weeks of moving", "8 weeks for that prototype".
bool names_event(const Told& b) {
  const Pointing& pointing = b.pointing;
  const bool points = pointing.back || pointing.event || pointing.assumed;
  return points && pointing.limited && !pointing.limit.empty();
}

/// "An open rate of 34 % … with its 28 % open rate": what is taken for known is measured in the
/// same words.
bool names_measure(const Told& a, const Told& b) {
  const bool measured = b.value.kind == ValueKind::Percent || b.value.kind == ValueKind::Quantity;
  return measured && b.pointing.back && !b.aimed &&
         count_shared(a.context->near, b.context->near) >= kMeasured;
}

/// Whether `b` can refer to `a`: back, or from the summary to the story.
bool is_in_reach(const Told& a, const Told& b) {
  if (a.claim->sentence == b.claim->sentence) return false;
  return b.summary ? !a.summary : a.claim->span.begin < b.claim->span.begin;
}

/// What tells which of the things `b` means is said of `a`, too: "23 shops visited … the 17 shops I
/// visited"; "the shops of 2022" of a sentence about 2022.
bool knows_limit(const Told& a, const Told& b) {
  const Pointing& pointing = b.pointing;
  if (!pointing.limited) return true;
  // "All five markets went live" is of all there are.
  return pointing.limit.empty() ? pointing.whole || same_time(*a.context, *b.context)
                                : among(a.context->words, pointing.limit);
}

/// "All 36 flats with hot water" of a block of 24: so many cannot be some of them.
bool exceeds(const Told& a, const Told& b) {
  return b.pointing.whole && is_count(b.value) && b.value.low > a.value.high;
}

/// "50 more than the 140 of 2018": only the year says of what.
bool knows_time(const Told& a, const Told& b) {
  const FigureContext& context = *b.context;
  const bool year = b.pointing.back && b.pointing.limited && b.pointing.limit.empty();
  return year && a.context->times.size() == 1 && context.times.size() == 1 &&
         same_time(*a.context, context) && count_shared(a.context->near, context.near) > 0;
}

/// Before "bin complaints" there were complaints about bins; before "bin lorries" no bins.
bool knows_noun(const Told& a, const Told& b) {
  const std::string& head = b.context->head;
  if (head.empty()) return knows_time(a, b);
  if (a.context->head.empty()) return false;
  if (among(a.context->nouns, head)) return true;
  if (count_shared(a.context->nouns, b.context->nouns) == 0) return false;
  const std::vector<std::string_view> parts = split(head, '-');
  return std::all_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return among(a.context->words, part); });
}

/// "Those weeks", "8 weeks for that prototype": no others can be meant.
bool is_sure(const Told& b) { return b.pointing.these || b.pointing.event; }

/// What was planned, and what came of it.
bool plans_apart(const Told& a, const Told& b) {
  return a.aimed ? !b.aimed : b.aimed && !is_sure(b);
}

/// "A storm in November broke 12 shelters … in December all eight shelters on the storm list": what
/// says which is told of both, whatever the day.
bool is_of_another(const Told& a, const Told& b) {
  const Pointing& pointing = b.pointing;
  const bool known = pointing.whole && !pointing.limit.empty() && knows_limit(a, b);
  return known && is_count(b.value) ? of_other_things(a, b) : set_apart(a, b);
}

/// Whether `b` can take up `a` as far as their words tell.
bool is_meant(const Told& a, const Told& b, bool whole = false) {
  if (!is_in_reach(a, b) || !in_one_story(a, b) || plans_apart(a, b) || is_of_another(a, b)) {
    return false;
  }
  if (is_count(b.value)) return knows_noun(a, b) && (whole || knows_limit(a, b));
  if (b.summary && says_the_same(*a.context, *b.context)) return true;
  if (names_measure(a, b)) return true;
  return names_event(b) && among(a.context->near, b.pointing.limit);
}

/// Of things that can be counted together with those of `b`.
bool is_counted_with(const Told& one, const Told& b) {
  return is_in_reach(one, b) && (one.context->head.empty() || knows_noun(one, b));
}

/// The figure of `b` is told elsewhere, too, or comes of what was told before it.
bool is_explained(const Told& b) {
  const std::vector<const Told*>& section = *b.section;
  return std::any_of(section.begin(), section.end(), [&](const Told* one) {
    if (one == &b) return false;
    const bool told = !differ(one->value, b.value) || one->value.low == b.value.low;
    if (told && (!is_count(b.value) || !apart(one->context->nouns, b.context->nouns))) return true;
    if (!is_count(b.value) || !is_counted_with(*one, b)) return false;
    return std::any_of(section.begin(), section.end(), [&](const Told* other) {
      const double x = one->value.low;
      const double y = other->value.low;
      return other != one && is_in_reach(*other, b) &&
             (x * y == b.value.low ||
              (is_counted_with(*other, b) && (x + y == b.value.low || x - y == b.value.low)));
    });
  });
}

/// "8 s to 2 s on that same phone".
bool tells_old_end(const Told& b) {
  return std::any_of(b.section->begin(), b.section->end(), [&](const Told* one) {
    return one->claim->sentence == b.claim->sentence && one->context->stage == Stage::Before;
  });
}

/// One is of before a change, the other of behind it, or of the change.
bool stages_apart(const Told& a, const Told& b) {
  if (b.context->stage == Stage::After && tells_old_end(b)) return true;
  // Where the parts of the story are known, the order of its figures says no more.
  if (is_sure(b) || (b.pointing.assumed && b.part != nullptr)) return false;
  const Stage left = a.context->stage;
  const Stage right = b.context->stage;
  const bool all = is_count(b.value) && b.pointing.back;  // "we saved all 280 posters"
  if (left == Stage::Delta || (right == Stage::Delta && !all)) return true;
  if (all && right == Stage::Delta) return left == Stage::After;
  return left != right && left != Stage::Unsaid && right != Stage::Unsaid;
}

/// "All 80 sets" is of "all 64 sets", and not of the "8 sets" that each of us took.
bool is_other_part(const Told& one, const Told& a, const Told& b) {
  return a.pointing.whole && b.pointing.whole && !one.pointing.whole && is_count(one.value);
}

/// "Those three weeks of moving"; "the 460 leases".
bool points_back(const Told& a, const Told& b) {
  const Pointing& pointing = b.pointing;
  const bool points = b.summary || pointing.back || pointing.event;
  const bool dated = !is_count(b.value) && a.context->times.empty() != b.context->times.empty();
  if (!points && (dated || a.context->elliptic || across_story(a, b))) return false;
  if (!is_count(b.value)) return b.summary || names_event(b) || names_measure(a, b);
  if (!b.of_things || b.anybody) return false;
  // Few things are counted anew in each sentence.
  if (is_few(a.value, b.value)) return !pointing.limited && (pointing.whole || pointing.these);
  return points || pointing.assumed;
}

/// Whether an amount of money is the sum, the difference or a multiple of what was told before it.
bool is_reckoned(const Told& b) {
  return std::any_of(b.all->begin(), b.all->end(), [&](const Told* one) {
    if (!is_in_reach(*one, b) || one->value.low <= 0) return false;
    return std::any_of(b.all->begin(), b.all->end(), [&](const Told* other) {
      const double x = one->value.low;
      const double y = other->value.low;
      if (other == one || !is_in_reach(*other, b)) return false;
      const double results[] = {x + y, x - y, x * y, x / std::max(y, 1.0)};
      return std::any_of(std::begin(results), std::end(results), [&](double result) {
        return std::abs(result - b.value.low) <= b.value.resolution;
      });
    });
  });
}

/// "I took a loan of 30,000 … the 45,000 were paid back": an amount that is taken for known, where
/// one alone of its size was told.
bool takes_up_amount(const Told& a, const Told& b) {
  const auto may_be = [&](const Told& one) {
    return is_in_reach(one, b) && ratio(one.value, b.value) <= kFarthest;
  };
  if (b.value.kind != ValueKind::Money || !b.pointing.back || !b.pointing.bare) return false;
  if (b.claim->narrative == kNone || !may_be(a) || !in_one_story(a, b)) return false;
  if (a.aimed || a.context->rate != b.context->rate) return false;
  return !is_reckoned(b) &&
         std::none_of(b.section->begin(), b.section->end(), [&](const Told* one) {
           return one != &a && one != &b && (may_be(*one) || same_value(*one, b));
         });
}

}  // namespace

bool takes_up(const Told& a, const Told& b) {
  if (takes_up_amount(a, b)) return true;
  if (!points_back(a, b) || !is_meant(a, b, exceeds(a, b)) || has_own_rule(a, b) ||
      stages_apart(a, b))
    return false;
  if (ratio(a.value, b.value) > kFarthest || is_explained(b)) return false;
  const bool ordered = a.claim->span.begin < b.claim->span.begin;
  if (is_count(b.value) && (ordered ? adds_up(a, b) : adds_up(b, a))) return false;
  // Of several figures, nobody can say which one is meant.
  return std::all_of(b.section->begin(), b.section->end(), [&](const Told* one) {
    return one == &b || !is_meant(*one, b) || same_value(*one, a) || is_other_part(*one, a, b);
  });
}

}  // namespace starlint
