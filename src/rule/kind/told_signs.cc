#include "rule/kind/told_signs.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/strings.h"
#include "rule/kind/told_apart.h"

namespace starlint {

namespace {

constexpr double kMostly = 0.5;           // of the words of a sentence: so it tells the story again
constexpr double kLargely = 0.4;          // likewise, of those of its block
constexpr std::size_t kLeastOfStory = 3;  // such words, and more of a block
constexpr std::size_t kLeastOfBlock = 5;
constexpr std::uint32_t kSeason = 130;  // days: "at the end of 2021"
constexpr std::uint32_t kJoint = 4;     // bytes: " or "
constexpr double kBareEnd = 5;          // a bare number that is smaller may be of anything

/// "50 minutes before, 14 after": a bare number in the sentence of a figure is of its unit.
bool bare_end(const Told& at, const Told& other) {
  const auto written = [](const Told& one) {
    return one.claim->numbers.size() == 1 ? one.claim->numbers.front().value : 0;
  };
  return std::any_of(at.all->begin(), at.all->end(), [&](const Told* bare) {
    const bool beside = bare->claim->sentence == at.claim->sentence && bare->claim != at.claim;
    if (!beside || !is_count(bare->value) || bare->value.low < kBareEnd) return false;
    return std::any_of(other.around->begin(), other.around->end(), [&](const Told* one) {
      return one->claim != other.claim && written(*one) == bare->value.low;
    });
  });
}

/// The "three" of "two or three".
bool is_guess(const Told& bare, const Told& at) {
  return std::any_of(at.all->begin(), at.all->end(), [&](const Told* one) {
    const std::uint32_t end = one->claim->span.end;
    const std::uint32_t begin = bare.claim->span.begin;
    return is_count(one->value) && one->value.low + 1 == bare.value.low && end < begin &&
           begin - end <= kJoint;
  });
}

/// Whether the rare words of a sentence, or of its block, are those of the other's story.
bool tells_story_of(const Told& brief, const Told& full) {
  if (same_place(brief, full)) return false;
  const auto in_words_of = [&](const std::vector<std::string>& words, std::size_t least,
                               double share) {
    const std::size_t common = count_shared(words, *full.account);
    return common >= least &&
           static_cast<double>(common) >= share * static_cast<double>(words.size());
  };
  const std::vector<std::string>& rare = *brief.placed.topic;
  return in_words_of(shared(brief.context->words, rare), kLeastOfStory, kMostly) ||
         in_words_of(rare, kLeastOfBlock, kLargely);
}

}  // namespace

std::size_t count_shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::size_t count = 0;
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    const int order = left->compare(*right);
    count += order == 0;
    if (order <= 0) ++left;
    if (order >= 0) ++right;
  }
  return count;
}

std::vector<std::string> shared(const std::vector<std::string>& a,
                                const std::vector<std::string>& b) {
  std::vector<std::string> out;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

std::string dimension_of(const Value& value) {
  const bool unit = value.kind == ValueKind::Money || value.kind == ValueKind::Quantity;
  const ValueKind kind = value.kind == ValueKind::Range ? ValueKind::Cardinal : value.kind;
  return cat(name_of(kind), " ", unit ? value.unit : std::string());
}

bool is_count(const Value& value) {
  return value.kind == ValueKind::Cardinal ||
         (value.kind == ValueKind::Range && value.unit.empty());
}

bool same_place(const Told& a, const Told& b) {
  return a.claim->file == b.claim->file && a.placed.setting == b.placed.setting;
}

bool same_value(const Told& a, const Told& b) {
  return a.value.low == b.value.low && a.value.high == b.value.high;
}

bool in_one_story(const Told& a, const Told& b) {
  const auto asserted = [](const Told& one) { return one.claim->modality == Modality::Asserted; };
  return same_place(a, b) && a.claim->sentence != b.claim->sentence && asserted(a) && asserted(b) &&
         std::any_of(a.section->begin(), a.section->end(),
                     [](const Told* one) { return one->personal; });
}

bool same_time(const FigureContext& a, const FigureContext& b) {
  const bool dates = !a.times.empty() && !b.times.empty();
  return (dates && !times_apart(a.times, b.times)) ||
         (!dates && count_shared(a.months, b.months) > 0);
}

bool same_season(const FigureContext& a, const FigureContext& b) {
  return a.times.size() == 1 && a.times == b.times && a.times.front().size() <= kSeason;
}

bool same_noun(const FigureContext& a, const FigureContext& b) {
  if (a.head.empty() || b.head.empty()) return false;
  return a.head == b.head || std::binary_search(a.nouns.begin(), a.nouns.end(), b.head) ||
         std::binary_search(b.nouns.begin(), b.nouns.end(), a.head);
}

bool same_base(const Told& a, const Told& b) {
  const auto tells = [](const Told& one) {
    return one.value.kind == ValueKind::Percent && one.pointing.assumed &&
           one.context->times.size() == 1 && !one.pointing.limit.empty();
  };
  return tells(a) && tells(b) && a.pointing.limit == b.pointing.limit &&
         same_time(*a.context, *b.context);
}

bool across_story(const Told& a, const Told& b) {
  const auto early = [](const Told& one) {
    const Slot slot = one.part == nullptr ? Slot::Other : one.part->slot;
    return slot == Slot::Situation || slot == Slot::Task || slot == Slot::Obstacle ||
           slot == Slot::Cause;
  };
  const auto late = [](const Told& one) {
    const Slot slot = one.part == nullptr ? Slot::Other : one.part->slot;
    return slot == Slot::Result || slot == Slot::Learning;
  };
  return (early(a) && late(b)) || (late(a) && early(b));
}

bool says_the_same(const FigureContext& a, const FigureContext& b) {
  const std::size_t common = count_shared(a.near, b.near);
  return common >= kMeasured || (common > 0 && common == std::min(a.near.size(), b.near.size()));
}

bool same_end(const Told& a, const Told& b) {
  if (a.around == b.around) return false;
  const bool told = std::any_of(a.around->begin(), a.around->end(), [&](const Told* left) {
    return left->claim != a.claim &&
           std::any_of(b.around->begin(), b.around->end(), [&](const Told* right) {
             return right->claim != b.claim && same_value(*left, *right);
           });
  });
  return told || (!is_count(a.value) && (bare_end(a, b) || bare_end(b, a)));
}

bool tells_bare(const Told& at, const Told& other) {
  const std::vector<BareNumber>& numbers = other.claim->numbers;
  if (is_count(other.value) || numbers.size() != 1) return false;
  return std::any_of(at.all->begin(), at.all->end(), [&](const Told* one) {
    // The ten of "one in ten" is no other telling of it.
    const bool own =
        one->claim->file == other.claim->file && one->claim->sentence == other.claim->sentence;
    return is_count(one->value) && !own && !is_guess(*one, at) && one->context->nouns.empty() &&
           one->value.low == numbers.front().value;
  });
}

bool retells(const Told& a, const Told& b) { return tells_story_of(b, a) || tells_story_of(a, b); }

}  // namespace starlint
