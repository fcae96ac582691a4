#include "rule/kind/told_figures.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/hash.h"
#include "base/strings.h"
#include "claim/bare_year.h"
#include "claim/context.h"
#include "claim/topic.h"
#include "rule/kind/background.h"
#include "rule/kind/tie.h"
#include "rule/kind/told_signs.h"

namespace starlint {

namespace {

constexpr double kHundred = 100;  // percent of one
constexpr double kHours = 24;     // of a day

/// The component that holds a claim, or nullptr.
const Part* part_of(const Narratives& narratives, const Claim& claim) {
  if (claim.narrative == kNone) return nullptr;
  for (const Part& part : narratives.stories[claim.narrative].parts) {
    if (part.span.begin <= claim.span.begin && claim.span.end <= part.span.end) return &part;
  }
  return nullptr;
}

/// "Under 2 seconds".
bool is_bound(const Value& value) {
  return value.qualifier == Qualifier::Under || value.qualifier == Qualifier::AtMost;
}

class FigureReader {
 public:
  explicit FigureReader(const ClaimPatterns& patterns) : patterns_(patterns) {}

  std::vector<Told> read(const FileView& file) const {
    std::vector<Told> out;
    if (!is_understood(file, patterns_)) return out;
    const std::vector<Setting>& settings = settings_of(file, patterns_);
    YearsSoFar years(file.claims);
    for (const FigureContext& context : contexts_of(file, patterns_)) {
      const Claim& claim = file.claims[context.claim];
      const Setting* setting = setting_at(settings, claim.span.begin);
      if (setting == nullptr || !compared(file, claim)) continue;
      Told one;
      one.claim = &claim;
      one.value = value_of(file, claim);
      one.context = &context;
      one.placed.claim = &claim;
      one.placed.setting = setting;
      one.years = years.before(context.reach.end, *setting);
      one.part = part_of(file.narratives, claim);
      one.topic = &topic_at(file, claim.span.begin, patterns_);
      one.personal = is_personal(file, claim, *setting);
      point(file, one);
      one.placed.tied = opens_tied(file, *setting, one.topic->block, patterns_);
      one.account = &account_words(file, *setting, patterns_);
      out.push_back(std::move(one));
    }
    point_again(out);
    return out;
  }

 private:
  /// "Those 29 volumes … all 29 volumes": of the same ones, to the end of their story.
  static void point_again(std::vector<Told>& all) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Told& first = all[i];
      if (!first.pointing.these || first.context->head.empty()) continue;
      for (std::size_t j = i + 1; j < all.size(); ++j) {
        Told& one = all[j];
        if (one.placed.setting != first.placed.setting) break;
        const bool same = one.value.low == first.value.low && one.value.high == first.value.high;
        if (same && one.context->head == first.context->head) one.pointing.these = true;
      }
    }
  }

  /// General knowledge has figures too, and may tell them twice; a short section that speaks of
  /// oneself is all of oneself.
  bool is_personal(const FileView& file, const Claim& claim, const Setting& setting) const {
    constexpr std::uint32_t kShort = 1500;  // bytes
    if (claim.narrative != kNone) return true;
    const Pattern* speaker = patterns_.word_class("first_person");
    const auto& blocks = file.outline.blocks;
    const auto behind = std::upper_bound(
        blocks.begin(), blocks.end(), claim.span.begin,
        [](std::uint32_t at, const Block& block) { return at < block.span.begin; });
    if (speaker == nullptr || behind == blocks.begin()) return false;
    const Block& block = *std::prev(behind);
    const bool told = setting.span.size() <= kShort && block.kind == BlockKind::Paragraph;
    return speaker->found_in(file.text.utf8(), told ? setting.span : block.text);
  }

  /// How it points at its things.
  void point(const FileView& file, Told& one) const {
    const std::string_view text = file.text.utf8();
    const Claim& claim = *one.claim;
    const auto& nouns = one.context->nouns;
    one.anybody = std::any_of(nouns.begin(), nouns.end(), [&](const std::string& noun) {
      return patterns_.is_word("anybody", noun);
    });
    one.of_things = !patterns_.is_word("light", one.context->head);
    const auto says = [&](std::string_view word_class) {
      const Pattern* words = patterns_.word_class(word_class);
      return words != nullptr && words->found_in(text, one.context->sentence);
    };
    const Span before{std::min(one.context->sentence.begin, claim.span.begin), claim.span.begin};
    const auto says_before = [&](std::string_view word_class) {
      const Pattern* words = patterns_.word_class(word_class);
      return words != nullptr && words->found_in(text, before);
    };
    // "From 20 a week to 30 a year later": up to the figures on both sides.
    const auto says_beside = [&](std::string_view word_class) {
      Span beside = one.context->sentence;
      if (&claim != file.claims.data() && std::prev(&claim)->span.end <= claim.span.begin) {
        beside.begin = std::max(beside.begin, std::prev(&claim)->span.end);
      }
      const Claim* next = &claim + 1;
      const bool more = next != file.claims.data() + file.claims.size();
      if (more && next->span.begin >= claim.span.end && next->value.kind == claim.value.kind) {
        beside.end = std::min(beside.end, next->span.begin);
      }
      const Pattern* words = patterns_.word_class(word_class);
      return words != nullptr && !beside.empty() && words->found_in(text, beside);
    };
    one.today = says("present_tense") && one.context->stage != Stage::Before;
    one.earlier = says_beside("earlier_time");
    one.anew = says("anew");
    one.theirs = says_before("others_own");
    one.own = says("first_person");
    one.elsewhere = says("elsewhere") || says("other_place");
    one.combined = says("taken_together");
    one.summary = is_summary(text, one);
    one.personal = one.personal || one.summary;  // "For the résumé: …"
    one.pointing = pointing_of(text, one.topic->block, claim, patterns_);
    one.aimed =
        std::any_of(one.context->near.begin(), one.context->near.end(),
                    [&](const std::string& stem) { return patterns_.is_word("aimed", stem); });
    const bool task = one.part != nullptr && one.part->slot == Slot::Task;
    one.wished = says_before("wishing") || (task && (is_bound(claim.value) || says("due")));
    if (claim.value.kind == ValueKind::Cardinal) {
      one.reference = reference_of(text, one.topic->block, claim, patterns_);
    } else if (claim.value.kind == ValueKind::Money) {
      one.amount = amount_of(text, one.topic->block, claim, patterns_);
    }
  }

  /// The label of a line stands before its sentence.
  bool is_summary(std::string_view text, const Told& one) const {
    const Pattern* words = patterns_.word_class("summing_up");
    const std::size_t line = text.rfind('\n', one.context->sentence.begin);
    const std::size_t begin = std::max<std::size_t>(one.topic->block.begin,
                                                    line == std::string_view::npos ? 0 : line + 1);
    return words != nullptr && begin < one.claim->span.begin &&
           words->found_in(text, {static_cast<std::uint32_t>(begin), one.claim->span.begin});
  }

  /// "A quarter of the trees", "one in ten" are shares.
  Value value_of(const FileView& file, const Claim& claim) const {
    constexpr double kUnit = 2;          // percent: so far parts of one are from what was measured
    constexpr std::uint32_t kReach = 8;  // bytes behind it
    Value value = claim.value;
    if (value.kind != ValueKind::Cardinal || value.low <= 0 || value.high >= 1) return value;
    const std::string_view behind = file.text.utf8().substr(claim.span.end, kReach);
    const std::vector<std::string_view> words = words_in(behind);
    const bool of = !words.empty() && patterns_.is_word("complement", ascii_lower(words.front()));
    const std::string first = ascii_lower(words_in(file.slice(claim.span)).front());
    const bool nth = patterns_.is_word("every_nth", first);  // "every fifth patient"
    if (claim.attribute.empty() && !of && !nth) return value;
    value.kind = ValueKind::Percent;
    value.low *= kHundred;
    value.high *= kHundred;
    value.resolution = kUnit;
    return value;
  }

  /// What is counted exactly has its own rules, but a team may be told as so many people; "a few"
  /// is no figure to hold anybody to.
  bool compared(const FileView& file, const Claim& claim) const {
    const std::string_view said = file.slice(claim.span);
    if (claim.value.kind == ValueKind::Range && claim.numbers.empty()) return false;
    const ValueKind kind = claim.value.kind;
    if (kind == ValueKind::Date || kind == ValueKind::Interval || kind == ValueKind::Name) {
      return false;
    }
    // "A day" has no number; "for a fortnight" is a stretch all the same.
    const bool unit = kind == ValueKind::Duration && claim.numbers.empty();
    if (unit && words_in(said).size() <= 2 && !is_stretch(file, claim)) return false;
    const Attribute* attribute = patterns_.attribute(claim.attribute);
    const bool counted = attribute != nullptr && attribute->counting == Counting::Exact &&
                         !patterns_.is_word("counts_persons", attribute->name);
    if (is_ratio(file, claim) || patterns_.is_word("told_by_rule", claim.attribute)) return false;
    if (names_item(file, claim)) return false;
    const bool end = claim.role == Role::Before || claim.role == Role::After;
    return (claim.role == Role::Total || end) && !counted;
  }

  /// The 12 of "route 12", the 2022 of "season passes 2022" and the 2 of "(2/3)" count nothing.
  bool names_item(const FileView& file, const Claim& claim) const {
    if (!is_count(claim.value)) return false;
    const std::string_view text = file.text.utf8();
    const std::string_view behind = text.substr(claim.span.end, 2);
    const bool noun = behind.size() == 2 && behind[0] == ' ' && is_ascii_alpha(behind[1]);
    if (is_bare_year(claim.value) && !noun) return true;
    constexpr std::uint32_t kReach = 16;  // bytes
    const std::uint32_t begin = claim.span.begin - std::min(claim.span.begin, kReach);
    const std::string_view before = text.substr(begin, claim.span.begin - begin);
    if (behind.starts_with('/') || before.ends_with('/')) return true;
    const std::vector<std::string_view> words = words_in(before);
    if (words.empty() || !before.ends_with(cat(words.back(), " "))) return false;
    const std::string word = ascii_lower(words.back());
    // "Up before 9": an hour.
    const bool hour = claim.value.high <= kHours && !noun && patterns_.is_word("until", word);
    // "Our SRE team eleven folks in 2020": a number in letters that has a noun is none of an item.
    const bool counts = noun && is_ascii_alpha(text[claim.span.begin]);
    return hour || (!counts && patterns_.is_word("numbered", word));
  }

  /// The 10 of "seven of 10 files" counts nothing.
  bool is_ratio(const FileView& file, const Claim& claim) const {
    const double power = std::log10(claim.value.low);
    if (!is_count(claim.value) || claim.value.low <= 1 || power != std::floor(power)) return false;
    if (&claim == file.claims.data()) return false;
    const Claim& before = *std::prev(&claim);
    if (before.span.end > claim.span.begin || !is_count(before.value)) return false;
    const std::vector<std::string_view> between =
        words_in(file.slice({before.span.end, claim.span.begin}));
    return between.size() == 1 && patterns_.is_word("complement", ascii_lower(between.front()));
  }

  bool is_stretch(const FileView& file, const Claim& claim) const {
    constexpr std::uint32_t kReach = 24;  // bytes
    const std::uint32_t begin = claim.span.begin - std::min(claim.span.begin, kReach);
    const std::vector<std::string_view> before = words_in(file.slice({begin, claim.span.begin}));
    return !before.empty() && patterns_.is_word("stretching", ascii_lower(before.back()));
  }

  const ClaimPatterns& patterns_;
};

/// The story of a figure, else its block.
const void* neighbourhood(const Told& one) {
  const bool story = one.claim->narrative != kNone;
  return story ? static_cast<const void*>(one.placed.setting) : one.topic;
}

void group(FileFigures& out) {
  std::map<std::pair<const void*, std::string>, std::uint32_t> known;
  const auto join = [&](const void* place, const std::string& dimension, std::size_t figure) {
    const auto next = static_cast<std::uint32_t>(out.groups.size());
    const auto [entry, is_new] = known.try_emplace({place, dimension}, next);
    if (is_new) out.groups.emplace_back();
    out.groups[entry->second].push_back(static_cast<std::uint32_t>(figure));
    return entry->second;
  };
  for (std::size_t i = 0; i < out.told.size(); ++i) {
    const Told& one = out.told[i];
    const std::string dimension = dimension_of(one.value);
    const void* const near = neighbourhood(one);
    FileFigures::Member& member = out.members.emplace_back();
    member.all = join(near, {}, i);
    member.around = join(near, dimension, i);
    member.section =
        near == one.placed.setting ? member.around : join(one.placed.setting, dimension, i);
    const std::uint64_t seed = hash_of(dimension);
    for (const std::string& word : one.context->words) out.words.push_back(hash_of(word, seed));
  }
}

void hash_topics(FileFigures& out) {
  std::set<const Topic*> known;
  for (const Told& one : out.told) {
    if (!known.insert(one.topic).second) continue;
    FileFigures::HashedTopic& topic = out.topics.emplace_back();
    topic.topic = one.topic;
    for (const std::string& word : one.topic->words) topic.words.push_back(hash_of(word));
  }
}

/// Most figures of a section are of different things, and nothing that other files say makes them
/// one.
void find_open(FileFigures& out) {
  std::vector<Told> told = out.told;
  std::deque<std::vector<const Told*>> groups;
  stand_together(out, told, groups);
  out.open.resize(told.size());
  for (std::uint32_t i = 0; i < told.size(); ++i) {
    const FileFigures::Group& section = out.groups[out.members[i].section];
    if (section.size() > kSection) continue;
    for (const std::uint32_t other : section) {
      if (other > i && may_contradict(told[i], told[other])) out.open[i].push_back(other - i);
    }
  }
}

}  // namespace

void stand_together(const FileFigures& figures, std::span<Told> told,
                    std::deque<std::vector<const Told*>>& groups) {
  const std::size_t first = groups.size();
  for (const FileFigures::Group& group : figures.groups) {
    std::vector<const Told*>& together = groups.emplace_back();
    together.reserve(group.size());
    for (const std::uint32_t figure : group) together.push_back(&told[figure]);
  }
  for (std::size_t i = 0; i < told.size(); ++i) {
    told[i].around = &groups[first + figures.members[i].around];
    told[i].section = &groups[first + figures.members[i].section];
    told[i].all = &groups[first + figures.members[i].all];
  }
}

const FileFigures& figures_of(const FileView& file, const ClaimPatterns& patterns) {
  return file.memo.keep<FileFigures>(&patterns, [&] {
    FileFigures out;
    out.told = FigureReader(patterns).read(file);
    group(out);
    hash_topics(out);
    find_open(out);
    return out;
  });
}

}  // namespace starlint
