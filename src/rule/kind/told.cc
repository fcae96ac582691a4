#include "rule/kind/told.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/strings.h"
#include "rule/kind/told_again.h"
#include "rule/kind/told_apart.h"
#include "rule/kind/told_change.h"
#include "rule/kind/told_signs.h"
#include "rule/kind/told_story.h"

namespace starlint {

namespace {

constexpr double kHundred = 100;        // percent of one
constexpr double kFarthest = 4;         // times
constexpr double kFarthestAlike = 20;   // where nearly all words are the same
constexpr double kAlike = 0.8;          // of the words of the shorter sentence
constexpr double kNearby = 0.5;         // of a word: for standing near the figure
constexpr double kCounted = 0.5;        // for counting the same things
constexpr double kAround = 0.5;         // of a word: for one of the block, not of the sentence
constexpr double kMostAround = 2;       // words
constexpr double kMarked = 0.5;         // for a mark that both have: "p95"
constexpr double kSameEnd = 1.5;        // for the other end of the change, told alike
constexpr double kSameTime = 1;         // for naming the same month or year
constexpr double kSameSeason = 1;       // more, where it is no whole year
constexpr double kSameStage = 1.5;      // for "before the change" in both
constexpr double kSameAct = 0.5;        // for "raised" near both
constexpr std::size_t kScored = 2;      // words that say of a bare number what it is of
constexpr double kTakenUp = 0.5;        // for "the 48 shops", told before
constexpr std::size_t kCertain = 3;     // words of both: they need not stand in stories of one year
constexpr std::size_t kLeastWords = 2;  // one word alone may be of anything
constexpr double kFarOff = 2;           // more, where the figures are far apart
constexpr double kPeople = 1;           // more, where one counts people and the other visitors
constexpr double kAmount = 1.5;         // for money that became the same
constexpr double kLeastShared = 10;     // of fewer things nobody tells a percentage
constexpr double kTied = 1.5;           // for "same team, same year"
constexpr double kLabelled = 1;         // for one noun, before the one figure and behind the other
constexpr double kRetelling = 1.5;      // for a sentence that tells a story again

bool among(const std::vector<std::string>& words, const std::string& word) {
  return std::binary_search(words.begin(), words.end(), word);
}

/// How many of the words of the shorter list both have; 0 where one is empty.
double overlap(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  return shorter == 0 ? 0 : static_cast<double>(count_shared(a, b)) / static_cast<double>(shorter);
}

/// "The four clerks" behind "seven clerks", and no other clerks around.
bool refers_back(const Told& a, const Told& b) {
  if (a.around != b.around || !b.context->definite || a.context->definite) return false;
  const std::string& head = b.context->head;
  if (head.empty() || a.context->head != head || !b.of_things) return false;
  const auto told = std::count_if(b.around->begin(), b.around->end(), [&](const Told* one) {
    return one->context->head == head || one->value.low == b.value.low;
  });
  return told == 2 && !adds_up(a, b);
}

/// What a story begins with and what it ends with are two figures, whatever the words.
bool steps_of_story(const Told& a, const Told& b) {
  if (!same_place(a, b) || a.part == nullptr || b.part == nullptr) return false;
  const bool result = a.part->slot == Slot::Result || b.part->slot == Slot::Result;
  const bool unsaid = a.context->stage == Stage::Unsaid || b.context->stage == Stage::Unsaid;
  return a.part->slot != b.part->slot && result && unsaid;
}

/// "The guest score was 61": bare numbers, told of the same thing in so many words.
bool both_scores(const FigureContext& a, const FigureContext& b) {
  if (!a.nouns.empty() || !b.nouns.empty()) return false;
  const std::size_t near = count_shared(a.near, b.near);
  return near >= kScored || (near > 0 && same_time(a, b));
}

/// "GPA 3.4" and "a 3.7 GPA", "our NPS was 61" and "an NPS of 54": one noun names both, and stands
/// before one of them.
bool labelled_alike(const Told& a, const Told& b) {
  if (!is_count(a.value) || ratio(a.value, b.value) > kFarthest) return false;
  const auto names = [](const FigureContext& bare, const FigureContext& other) {
    if (!bare.nouns.empty()) return false;
    return count_shared(bare.label, other.nouns.empty() ? other.label : other.nouns) > 0;
  };
  return names(*a.context, *b.context) || names(*b.context, *a.context);
}

/// One counts visitors, the other people.
bool both_people(const Told& a, const Told& b) {
  return (a.anybody && b.context->persons) || (b.anybody && a.context->persons);
}

/// "All 46 shops of the chain … the chain's 61 shops all have it": a story has one number of all.
bool same_whole(const Told& a, const Told& b) {
  const std::string& head = a.context->head;
  if (a.around != b.around || head.empty() || head != b.context->head || !a.of_things) return false;
  const auto points = [](const Told& one) { return one.reference != Reference::None; };
  const bool whole = a.reference == Reference::Whole || b.reference == Reference::Whole;
  const auto unsaid = [](const Told& one) { return one.context->stage == Stage::Unsaid; };
  if (!whole || !points(a) || !points(b) || !unsaid(a) || !unsaid(b)) return false;
  const auto told = std::count_if(a.around->begin(), a.around->end(), [&](const Told* one) {
    return points(*one) && one->context->head == head;
  });
  return told == 2 && !is_few(a.value, b.value) && !adds_up(a, b);
}

/// Whether nothing that their sentences say sets them apart.
bool comparable(const Told& a, const Told& b) {
  if (has_own_rule(a, b)) return false;
  const FigureContext& left = *a.context;
  const FigureContext& right = *b.context;
  const bool same_file = a.claim->file == b.claim->file;
  if (same_file && left.reach.overlaps(right.reach)) return false;
  // Rows and columns of a table tell of several things.
  if (same_file && left.table != kNone && left.table == right.table) return false;
  const bool one_part = a.part != nullptr && a.part == b.part;
  // Steps are told one by one; only a sentence that says it all again is none.
  const bool steps = one_part || steps_of_story(a, b) ||
                     (a.topic == b.topic && overlap(left.words, right.words) < kAlike);
  if (same_file && steps && !refers_back(a, b) && !same_whole(a, b)) return false;
  if (one_change(a, b) ? of_other_things(a, b) : set_apart(a, b)) return false;
  if (a.aimed != b.aimed && is_count(a.value) && same_place(a, b)) return false;
  // "Those 29 volumes" are of what their own story told.
  if (!same_place(a, b) && (a.pointing.these || b.pointing.these)) return false;
  // "We closed 40 a day … from March 2020 on we closed 60": one of them is of another time.
  const bool story = a.claim->narrative != kNone || b.claim->narrative != kNone;
  const auto dated = [&](const FigureContext& one) {
    return !one.times.empty() || (!story && !one.months.empty());
  };
  if (same_place(a, b) && dated(left) != dated(right)) return false;
  if (!stages_agree(a, b)) return false;
  return !is_count(a.value) || count_shared(left.nouns, right.nouns) > 0 || both_people(a, b) ||
         both_scores(left, right) || labelled_alike(a, b);
}

/// What makes it likelier that figures whose sentences share a word are of one thing.
double small_signs(const FigureContext& a, const FigureContext& b) {
  double weight = kMarked * static_cast<double>(count_shared(a.marks, b.marks));
  if (same_time(a, b)) weight += kSameTime;
  if (same_season(a, b)) weight += kSameSeason;
  const bool stage = a.stage == b.stage && a.stage == Stage::Before;
  if (stage && count_shared(a.near, b.near) > 0) weight += kSameStage;
  if (count_shared(a.acts, b.acts) > 0) weight += kSameAct;
  if (b.definite && !b.head.empty() && a.head == b.head) weight += kTakenUp;
  return weight;
}

/// "After the 2.3 million of new business", "with the 4.1 % of the landing page": an amount that is
/// taken for known.
bool names_sum(const Told& a, const Told& b) {
  const Pointing& pointing = b.pointing;
  const bool measured = b.value.kind == ValueKind::Money || b.value.kind == ValueKind::Percent;
  return measured && pointing.back && !pointing.limit.empty() &&
         among(a.context->near, pointing.limit);
}

/// "15 customers were in it … Same beta, same autumn. Of the 22 customers in it": the later one is
/// of what its file told before.
bool is_tied(const Told& a, const Told& b) {
  const Told& later = a.claim->span.begin < b.claim->span.begin ? b : a;
  if (a.claim->file != b.claim->file || a.topic == b.topic || !later.placed.tied) return false;
  if (count_shared(*a.placed.topic, *b.placed.topic) < kLeastWords) return false;
  if (is_count(a.value)) {
    return a.of_things && !a.context->head.empty() && a.context->head == b.context->head;
  }
  return a.value.kind == ValueKind::Percent && count_shared(a.context->near, b.context->near) > 0;
}

/// What two figures share: a word of both sentences counts one, and half more on each side where
/// it stands near the figure; a name says only whose it is. A rare word of both blocks is half.
double weight_of_shared(const Told& a, const Told& b) {
  const FigureContext& left = *a.context;
  const FigureContext& right = *b.context;
  const std::vector<std::string> common = shared(left.words, right.words);
  double weight = is_count(a.value) ? kCounted : 0;  // their nouns are the same
  for (const std::string& word : common) {
    const bool name = among(left.names, word) && among(right.names, word);
    const int near = among(left.near, word) + among(right.near, word);
    weight += 1 + (name ? 0 : kNearby * near);
  }
  if (!common.empty()) {
    weight += small_signs(left, right) + (same_end(a, b) ? kSameEnd : 0);
    const bool one_rate = !left.rate.empty() && left.rate == right.rate &&
                          sameness(a.placed, b.placed) == Sameness::Same;
    if (names_sum(a, b) || names_sum(b, a)) weight += kTakenUp;
    if (is_tied(a, b)) weight += kTied;
    if (labelled_alike(a, b) || same_base(a, b)) weight += kLabelled;
    const bool known =
        one_rate || same_time(left, right) || count_shared(left.names, right.names) > 0;
    if (known && !a.amount.empty() && a.amount == b.amount) weight += kAmount;
    const bool near = count_shared(left.near, right.near) > 0;
    if (near && retells(a, b)) weight += kRetelling;
    const bool taken = b.reference != Reference::None && !b.context->head.empty();
    if (taken && !right.definite && left.head == right.head) weight += kTakenUp;
  }
  double around = 0;
  for (const std::string& word : shared(*a.placed.topic, *b.placed.topic)) {
    if (!among(common, word)) around += kAround;
  }
  return weight + std::min(around, kMostAround);
}

/// The figures measure the same: much of what stands around both is the same.
bool same_measure(const Told& a, const Told& b, const Likeness& least) {
  const bool story = a.claim->narrative != kNone;
  if (story && same_place(a, b)) return false;
  const std::size_t common = count_shared(a.context->words, b.context->words);
  const bool near = count_shared(a.context->near, b.context->near) > 0;
  const bool same = same_time(*a.context, *b.context) || (near && (retells(a, b) || is_tied(a, b)));
  if (common < kLeastWords && !same) return false;
  const bool people = both_people(a, b);
  return weight_of_shared(a, b) >= least.weight + (people ? kPeople : 0);
}

/// The sentences say much the same.
bool retold(const Told& a, const Told& b, const Likeness& least) {
  const FigureContext& left = *a.context;
  const FigureContext& right = *b.context;
  const auto common = static_cast<double>(count_shared(left.words, right.words));
  const double share = same_place(a, b) ? least.same_story : least.share;
  const bool measure =
      left.near.empty() || right.near.empty() || count_shared(left.near, right.near) > 0;
  return common >= least.words && overlap(left.words, right.words) >= share && measure;
}

/// "Three crowns a week", "3.5 calls an hour": so few are measured, not counted anew.
bool is_few_things(const Told& a, const Told& b) {
  const bool rate = !a.context->rate.empty() && a.context->rate == b.context->rate;
  return is_few(a.value, b.value) && !(rate && a.of_things && b.of_things);
}

/// Whether the notes around a figure tell another one too: the two are of two things there.
bool tells(const Told& at, const Told& other) {
  const auto& nouns = other.context->nouns;
  return std::any_of(at.around->begin(), at.around->end(),
                     [&](const Told* one) {
                       const bool few = is_few(one->value, other.value);
                       const bool of_others = few && apart(one->context->nouns, nouns);
                       return same_value(*one, other) && !of_others;
                     }) ||
         tells_bare(at, other);
}

/// "In 2019 we opened three more shops … when we opened the five shops of 2019": few, but of one
/// kind, time and act; "six vets at the practice … eight vets at the practice": or of one whole.
bool taken_up(const Told& a, const Told& b, const Likeness& least) {
  const FigureContext& left = *a.context;
  const FigureContext& right = *b.context;
  const bool points = a.reference != Reference::None || b.reference != Reference::None;
  const bool one_limit = !a.pointing.limit.empty() && a.pointing.limit == b.pointing.limit;
  if (one_limit && left.head == right.head && !same_place(a, b) &&
      weight_of_shared(a, b) >= least.weight + kFarOff) {
    return true;
  }
  return (left.definite || right.definite || points) && !left.head.empty() &&
         count_shared(left.nouns, right.nouns) > 0 && same_time(left, right) && !same_place(a, b) &&
         weight_of_shared(a, b) >= least.weight;
}

/// Whether the places are of two things. The years of two stories are none of their sentences:
/// where those say much the same, they say nothing.
bool of_two_things(const Told& a, const Told& b) {
  if (sameness(a.placed, b.placed) != Sameness::Different) return false;
  if (!a.context->times.empty() && !b.context->times.empty()) return true;
  // What was before the change is of no year of its story.
  const bool looks_back = a.context->stage == Stage::Before && b.context->stage == Stage::Before;
  Placed left = a.placed;
  Placed right = b.placed;
  const std::vector<int> no_years;
  left.years = right.years = &no_years;
  return sameness(left, right) == Sameness::Different ||
         (!looks_back && (count_shared(a.context->words, b.context->words) < kCertain ||
                          count_shared(a.context->near, b.context->near) < kLeastWords));
}

/// What is said of "all 46 shops" may be a wish; that there are 46 is none.
bool same_modality(const Told& a, const Told& b) {
  const auto stated = [](const Told& one) {
    return one.claim->modality == Modality::Asserted || one.reference == Reference::Whole;
  };
  return a.claim->modality == b.claim->modality || (stated(a) && stated(b));
}

/// "The estate has 640 households … 25 percent signed … 160 households had signed": one is so large
/// a share of the other.
bool is_share_of(const Told& a, const Told& b) {
  const double part = std::min(a.value.low, b.value.low);
  const double whole = std::max(a.value.low, b.value.low);
  const auto tied = [&](const Told* one) {
    if (one->value.kind != ValueKind::Percent || !one->value.single()) return false;
    const double share = whole * one->value.low / kHundred;
    const double slack = std::max(1.0, whole * one->value.resolution / kHundred / 2);
    return std::abs(share - part) < slack || std::abs(whole - share - part) < slack;
  };
  return is_count(a.value) && whole >= kLeastShared &&
         (std::any_of(a.all->begin(), a.all->end(), tied) ||
          std::any_of(b.all->begin(), b.all->end(), tied));
}

/// "Down by 20 % … a further 30 % … over the two years by 44 %": one is what the other became with
/// a second step.
bool is_step_of(const Told& step, const Told& all) {
  if (step.value.kind != ValueKind::Percent || step.context->stage != Stage::Delta) return false;
  const double left = 1 - step.value.low / kHundred;
  return std::any_of(step.section->begin(), step.section->end(), [&](const Told* one) {
    if (one == &step) return false;
    const double both = kHundred * (1 - left * (1 - one->value.low / kHundred));
    return std::abs(both - all.value.low) < std::max(1.0, all.value.resolution);
  });
}

/// "Eight charge points … a budget for six more … the fourteen together"; "a sheet with 11 columns
/// … three I threw out".
bool comes_of(const Told& step, const Told& all) {
  if (!is_count(all.value)) return false;
  const double rest = std::abs(all.value.low - step.value.low);
  return std::any_of(step.section->begin(), step.section->end(), [&](const Told* one) {
    if (one == &step || one->value.low != rest) return false;
    const bool shared = count_shared(one->context->nouns, step.context->nouns) > 0;
    const bool beside = one->claim->file == step.claim->file &&
                        one->claim->sentence >= step.claim->sentence &&
                        one->claim->sentence - step.claim->sentence <= 1;
    return shared || (beside && one->context->nouns.empty());
  });
}

/// Whether the section of `b` tells the figure of `a` as well, in words that are closer to `a`.
bool outmatched(const Told& a, const Told& b) {
  if (same_place(a, b)) return false;
  return std::any_of(b.section->begin(), b.section->end(), [&](const Told* one) {
    return same_value(*one, a) && weight_of_shared(a, *one) > weight_of_shared(a, b);
  });
}

/// "Sixteen in London, nine in Leeds and three in Dublin … 28 in three offices": the parts that a
/// sentence tells make the whole.
bool is_part_of(const Told& part, const Told& whole) {
  if (!is_count(whole.value) && whole.value.kind != ValueKind::Money) return false;
  double sum = 0;
  for (const Told* one : *part.section) {
    if (one->claim->sentence == part.claim->sentence) sum += one->value.low;
  }
  return sum > part.value.low && std::abs(sum - whole.value.low) <= whole.value.resolution / 2;
}

/// What else is told around them says how both can be true.
bool is_explained(const Told& a, const Told& b) {
  const auto one_way = [](const Told& left, const Told& right) {
    return outmatched(left, right) || is_step_of(left, right) || comes_of(left, right) ||
           is_part_of(left, right);
  };
  return is_share_of(a, b) || one_way(a, b) || one_way(b, a);
}

/// As far as the figures themselves tell.
bool may_be_one(const Told& a, const Told& b) {
  return same_modality(a, b) && ratio(a.value, b.value) <= kFarthestAlike &&
         differ(a.value, b.value);
}

bool told_twice(const Told& a, const Told& b) {
  return told_twice_in_story(a, b) || takes_up(a, b) || takes_up(b, a);
}

bool may_be_retold(const Told& a, const Told& b) {
  return (a.personal || b.personal) && comparable(a, b);
}

}  // namespace

bool may_contradict(const Told& a, const Told& b) {
  return may_be_one(a, b) && (told_twice(a, b) || may_be_retold(a, b));
}

bool contradict(const Told& a, const Told& b, const Likeness& least) {
  const Value& said = a.value;
  const Value& other = b.value;
  if (!may_be_one(a, b)) return false;  // what is quickly seen comes first
  if (told_twice(a, b)) return !is_step_of(a, b) && !is_step_of(b, a);
  if (!may_be_retold(a, b)) return false;
  const bool alike = overlap(a.context->words, b.context->words) >= kAlike;
  const bool measure = same_measure(a, b, least);
  const bool sure = measure && weight_of_shared(a, b) >= least.weight + kFarOff;
  if (ratio(said, other) > (alike || sure ? kFarthestAlike : kFarthest)) return false;
  if (of_two_things(a, b)) return false;
  const bool again = is_few_things(a, b) ? (alike && retold(a, b, least)) || taken_up(a, b, least)
                                         : measure || retold(a, b, least);
  if (!again && !refers_back(a, b) && !same_whole(a, b) && !one_change(a, b) &&
      !one_outcome(a, b)) {
    return false;
  }
  if (a.around != b.around && (tells(b, a) || tells(a, b))) return false;
  return !is_explained(a, b);
}

}  // namespace starlint
