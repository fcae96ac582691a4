// echo: a sentence told again with another figure: the same thing is counted or measured, in the
// same words, at the same stage, and the figures cannot both be true.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>

#include "base/sorted.h"
#include "base/strings.h"
#include "claim/context.h"
#include "claim/topic.h"
#include "rule/kind/background.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/finding_key.h"
#include "rule/kind/kinds.h"
#include "rule/kind/told.h"
#include "rule/kind/told_signs.h"

namespace starlint {

namespace {

constexpr std::size_t kCommon = 24;  // a word in more sentences than that names nothing
constexpr double kHundred = 100;     // percent of one
constexpr std::size_t kRare = 6;     // a word in more topics than that tells none apart

/// The component that holds a claim, or nullptr.
const Part* part_of(const Narratives& narratives, const Claim& claim) {
  if (claim.narrative == kNone) return nullptr;
  for (const Part& part : narratives.stories[claim.narrative].parts) {
    if (part.span.begin <= claim.span.begin && claim.span.end <= part.span.end) return &part;
  }
  return nullptr;
}

/// Places among the figures told, in order, as are the two.
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

class EchoRule : public Rule {
 public:
  EchoRule(const ClaimPatterns& patterns, Likeness least) : patterns_(patterns), least_(least) {}

  void prepare(const FileView& file) const override { figures_of(file); }

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    std::vector<Told> told;
    for (const FileView* file : speaker.files) {
      const std::vector<Told>& figures = figures_of(*file);
      const std::size_t first = told.size();
      told.insert(told.end(), figures.begin(), figures.end());
      const std::vector<Setting>& settings = settings_of(speaker, *file, patterns_);
      for (std::size_t i = first; i < told.size(); ++i) {
        told[i].placed.setting = setting_at(settings, told[i].claim->span.begin);
      }
    }
    const std::vector<std::uint32_t> dimensions = number_dimensions(told);
    const auto rare = rare_words(told);
    std::map<std::pair<const void*, std::uint32_t>, std::vector<const Told*>> places;
    std::map<const void*, std::vector<const Told*>> all;
    for (std::size_t i = 0; i < told.size(); ++i) {
      const Told& one = told[i];
      all[neighbourhood(one)].push_back(&one);
      places[{neighbourhood(one), dimensions[i]}].push_back(&one);
      if (neighbourhood(one) != one.placed.setting) {
        places[{one.placed.setting, dimensions[i]}].push_back(&one);
      }
    }
    for (std::size_t i = 0; i < told.size(); ++i) {
      Told& one = told[i];
      one.placed.topic = &rare.at(one.topic);
      one.placed.title = &one.topic->title;
      one.placed.years = &one.years;
      one.around = &places.at({neighbourhood(one), dimensions[i]});
      one.all = &all.at(neighbourhood(one));
      one.section = &places.at({one.placed.setting, dimensions[i]});
    }
    report(speaker, told, pairs_of(told, dimensions), sink);
  }

 private:
  /// The figures of a file that are compared, as far as the file alone tells of them.
  const std::vector<Told>& figures_of(const FileView& file) const {
    return file.memo.keep<std::vector<Told>>(this, [&] { return read_figures(file); });
  }

  std::vector<Told> read_figures(const FileView& file) const {
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
      one.years = years.before(context.reach.end, *setting);
      one.part = part_of(file.narratives, claim);
      one.topic = &topic_at(file, claim.span.begin, patterns_);
      one.personal = is_personal(file, claim);
      point(file, one);
      one.account = &account_words(file, *setting, patterns_);
      out.push_back(std::move(one));
    }
    return out;
  }

  /// General knowledge has figures too, and may tell them twice.
  bool is_personal(const FileView& file, const Claim& claim) const {
    if (claim.narrative != kNone) return true;
    const Pattern* speaker = patterns_.word_class("first_person");
    const auto& blocks = file.outline.blocks;
    const auto behind = std::upper_bound(
        blocks.begin(), blocks.end(), claim.span.begin,
        [](std::uint32_t at, const Block& block) { return at < block.span.begin; });
    return speaker != nullptr && behind != blocks.begin() &&
           speaker->found_in(file.text.utf8(), std::prev(behind)->text);
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
    one.today = says("present_tense") && one.context->stage != Stage::Before;
    one.earlier = says("earlier_time");
    one.anew = says("anew");
    one.theirs = says("others_own");
    one.own = says("first_person");
    one.summary = is_summary(text, one);
    one.pointing = pointing_of(text, one.topic->block, claim, patterns_);
    one.aimed =
        std::any_of(one.context->near.begin(), one.context->near.end(),
                    [&](const std::string& stem) { return patterns_.is_word("aimed", stem); });
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
    if (claim.attribute.empty() && !of) return value;
    value.kind = ValueKind::Percent;
    value.low *= kHundred;
    value.high *= kHundred;
    value.resolution = kUnit;
    return value;
  }

  /// The story of a figure, else its block.
  static const void* neighbourhood(const Told& one) {
    const bool story = one.claim->narrative != kNone;
    return story ? static_cast<const void*>(one.placed.setting) : one.topic;
  }

  /// What is counted exactly has its own rules, but a team may be told as so many people; "a few"
  /// is no figure to hold anybody to.
  bool compared(const FileView& file, const Claim& claim) const {
    const std::string_view said = file.slice(claim.span);
    const bool vague = claim.value.kind == ValueKind::Range &&
                       std::none_of(said.begin(), said.end(), is_ascii_digit);
    if (vague) return false;
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
    const bool end = claim.role == Role::Before || claim.role == Role::After;
    return (claim.role == Role::Total || end) && !counted;
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

  /// Leaves each topic its rare words: those of few topics, each topic counted once.
  static std::map<const Topic*, std::vector<std::string>> rare_words(
      const std::vector<Told>& told) {
    std::map<const Topic*, std::vector<std::string>> rare;
    std::unordered_map<std::string_view, std::size_t> counts;
    for (const Told& one : told) {
      if (!rare.try_emplace(one.topic).second) continue;
      for (const std::string& word : one.topic->words) ++counts[word];
    }
    for (auto& [topic, words] : rare) {
      std::copy_if(topic->words.begin(), topic->words.end(), std::back_inserter(words),
                   [&](const std::string& word) { return counts[word] <= kRare; });
    }
    return rare;
  }

  /// Figures of one number may be compared.
  static std::vector<std::uint32_t> number_dimensions(const std::vector<Told>& told) {
    std::map<std::string, std::uint32_t> numbers;
    std::vector<std::uint32_t> out;
    for (const Told& one : told) {
      const auto next = static_cast<std::uint32_t>(numbers.size());
      out.push_back(numbers.emplace(dimension_of(one.value), next).first->second);
    }
    return out;
  }

  /// Pairs meet at a word that few sentences have, so the join stays near linear. What one story or
  /// section tells need not share a word: "up from 1.4 million in 2021".
  Pairs pairs_of(const std::vector<Told>& told,
                 const std::vector<std::uint32_t>& dimensions) const {
    using Places = std::vector<std::size_t>;
    std::map<std::uint32_t, std::unordered_map<std::string_view, Places>> by_word;
    std::vector<const Places*> met;  // at the words of the figures, one figure behind the other
    for (std::size_t i = 0; i < told.size(); ++i) {
      auto& of_dimension = by_word[dimensions[i]];
      for (const std::string& word : told[i].context->words) {
        Places& places = of_dimension[word];
        places.push_back(i);
        met.push_back(&places);
      }
    }
    Pairs pairs;
    auto next = met.begin();
    for (std::size_t i = 0; i < told.size(); ++i) {
      Places others;
      for (std::size_t word = 0; word < told[i].context->words.size(); ++word) {
        const Places& places = **next++;
        if (places.size() > kCommon) continue;
        others.insert(others.end(), std::upper_bound(places.begin(), places.end(), i),
                      places.end());
      }
      const std::vector<const Told*>& section = *told[i].section;
      for (const Told* other : section) {
        const auto place = static_cast<std::size_t>(other - told.data());
        if (section.size() <= kCommon && place > i) others.push_back(place);
      }
      sort_unique(others);
      for (const std::size_t other : others) {
        if (contradict(told[i], told[other], least_)) pairs.emplace_back(i, other);
      }
    }
    return pairs;
  }

  /// The words of the second sentence that the first, or what stands around it, has too, as
  /// written.
  std::string common_words(const SpeakerView& speaker, const Told& first,
                           const Told& second) const {
    const auto file =
        std::find_if(speaker.files.begin(), speaker.files.end(),
                     [&](const FileView* view) { return view->source.id == second.claim->file; });
    std::vector<std::string> common = shared(first.topic->words, second.topic->words);
    if (common.empty()) common = shared(first.context->words, second.context->words);
    std::vector<std::string> out;
    for (const std::string_view word : words_in((*file)->slice(second.context->reach))) {
      const std::string content = content_word(word, patterns_);
      const std::string lower = ascii_lower(word);
      const bool known = std::binary_search(common.begin(), common.end(), content);
      if (known && std::find(out.begin(), out.end(), lower) == out.end()) out.push_back(lower);
    }
    return join(out, ", ");
  }

  void report(const SpeakerView& speaker, const std::vector<Told>& told, const Pairs& pairs,
              Sink& sink) const {
    std::set<std::size_t> done;
    for (const auto& [first, second] : pairs) {
      if (done.count(first) != 0 || done.count(second) != 0) continue;
      const Claim& odd = *told[second].claim;
      Finding& finding =
          sink.add(place_of(odd), {{"said", words_of(speaker, odd)},
                                   {"other", words_of(speaker, *told[first].claim)},
                                   {"subject", common_words(speaker, told[first], told[second])}});
      finding.narrative = odd.narrative;
      std::vector<const Claim*> others{told[first].claim};
      for (const auto& [a, b] : pairs) {
        if (a != first && b != second) continue;
        const std::size_t other = a == first ? b : a;
        if (other == second || other == first || done.count(other) != 0) continue;
        others.push_back(told[other].claim);
        done.insert(other);
      }
      done.insert(first);
      done.insert(second);
      std::vector<std::string> sides{side_of(odd)};
      for (const Claim* other : others) sides.push_back(side_of(*other));
      finding.key = key_of_sides(std::move(sides));
      add_places(speaker, others, sink.info(), finding);
    }
  }

  const ClaimPatterns& patterns_;
  Likeness least_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  const Likeness defaults;
  const Likeness least{
      options.number("words", defaults.words), options.number("share", defaults.share),
      options.number("same_story", defaults.same_story), options.number("weight", defaults.weight)};
  return std::unique_ptr<Rule>(std::make_unique<EchoRule>(context.claims, least));
}

}  // namespace

Kind echo_kind() {
  using toml_doc::FieldType;
  return {"echo",
          "a sentence told again with another figure",
          {"said", "other", "subject", "text"},
          {"conflict", "place"},
          {{"words", FieldType::Number, "content words that both sentences have, at least (3)"},
           {"share", FieldType::Number, "of the words of the shorter one (0.5)"},
           {"same_story", FieldType::Number, "the same inside one story (0.7)"},
           {"weight", FieldType::Number,
            "in another place: words that both have, by where they stand, at least (4)"}},
          compile};
}

}  // namespace starlint
