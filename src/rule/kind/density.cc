// density: how much of what the speaker says in a story is made of some words; too much or too
// little.
#include <algorithm>
#include <limits>
#include <optional>

#include "base/strings.h"
#include "rule/kind/finding_key.h"
#include "rule/kind/kinds.h"
#include "rule/kind/matcher.h"
#include "rule/kind/story_text.h"

namespace starlint {

namespace {

enum class Unit : std::uint8_t { Count, HundredWords, Sentences };

struct DensityOptions {
  std::vector<Slot> slots;
  std::vector<PatternId> asked;  // only under a prompt or title in which one of these matches
  std::vector<Slot> unless;      // not in stories with one of these components
  Unit unit = Unit::HundredWords;
  double above = std::numeric_limits<double>::infinity();
  double below = -std::numeric_limits<double>::infinity();
  std::uint32_t at_least = 0;   // hits
  std::uint32_t min_words = 0;  // of what is looked at
};

class DensityRule : public Rule {
 public:
  DensityRule(const PatternBank& bank, Matcher any, DensityOptions options)
      : bank_(bank), any_(std::move(any)), options_(std::move(options)) {}

  void check(const FileView& file, Sink& sink) const override {
    const bool may_be_absent = options_.below > 0;
    if (!may_be_absent && !any_.hits(file)) return;
    for (std::uint32_t i = 0; i < file.narratives.stories.size(); ++i) {
      const Narrative& story = file.narratives.stories[i];
      if (tells_event(story) && is_meant(file, story)) check_story(file, i, sink);
    }
  }

 private:
  bool is_meant(const FileView& file, const Narrative& story) const {
    const bool served = std::any_of(options_.unless.begin(), options_.unless.end(),
                                    [&](Slot slot) { return story.has(slot); });
    if (served) return false;
    return options_.asked.empty() ||
           std::any_of(options_.asked.begin(), options_.asked.end(), [&](PatternId id) {
             return bank_.pattern(id).found_in(file.text.utf8(), story.prompt) ||
                    bank_.pattern(id).found_in(file.text.utf8(), story.title);
           });
  }

  void check_story(const FileView& file, std::uint32_t index, Sink& sink) const {
    const Speech speech = speech_of(file, file.narratives.stories[index], options_.slots);
    const std::uint32_t words = count_words(file, speech);
    if (speech.empty() || words < options_.min_words) return;
    const std::vector<Span> found = any_.find(file, speech);
    if (found.size() < options_.at_least) return;
    const double amount = measure(file, speech, found, words);
    if (amount <= options_.above && amount >= options_.below) return;
    report(file, index, found.empty() ? first_line(file, speech) : found.front(), found, words,
           amount, sink);
  }

  double measure(const FileView& file, const Speech& speech, const std::vector<Span>& found,
                 std::uint32_t words) const {
    const auto count = static_cast<double>(found.size());
    if (options_.unit == Unit::Count) return count;
    if (options_.unit == Unit::HundredWords) return 100.0 * count / std::max(1U, words);
    std::size_t sentences = 0;
    std::size_t hit = 0;
    auto next = found.begin();
    for (const Stretch& stretch : speech) {
      for (const Span sentence : sentences_of(file, stretch)) {
        while (next != found.end() && next->begin < sentence.begin) ++next;
        ++sentences;
        if (next != found.end() && next->begin < sentence.end) ++hit;
      }
    }
    return static_cast<double>(hit) / static_cast<double>(std::max<std::size_t>(1, sentences));
  }

  static Span first_line(const FileView& file, const Speech& speech) {
    const Span first = speech.front().span;
    const Span line = file.text.lines().span(file.text.line(first.begin), file.text.utf8());
    return {first.begin, std::min(first.end, std::max(line.end, first.begin))};
  }

  void report(const FileView& file, std::uint32_t index, Span place, const std::vector<Span>& found,
              std::uint32_t words, double amount, Sink& sink) const {
    const bool share = options_.unit == Unit::Sentences;
    Finding& finding =
        sink.add({file.source.id, place},
                 {{"story", file.narratives.stories[index].title_text},
                  {"text", std::string(found.empty() ? std::string_view() : file.slice(place))},
                  {"count", cat(found.size())},
                  {"words", cat(words)},
                  {"amount", share ? cat(decimal(100 * amount, 0), " %") : decimal(amount)}});
    finding.narrative = index;
    finding.key = key_of_story(file.narratives.stories[index]);
    for (const Span span : found) {
      if (span == place) continue;
      finding.related.push_back({{file.source.id, span}, std::string(file.slice(span))});
    }
  }

  const PatternBank& bank_;
  Matcher any_;
  DensityOptions options_;
};

const std::vector<std::string_view> kUnits = {"count", "hundred words", "sentences"};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  Result<Matcher> any = Matcher::read(options, "any", "except", context.patterns);
  if (!any) return any.error();
  Result<std::vector<PatternId>> asked = add_patterns(options, "asked", context.patterns);
  if (!asked) return asked.error();
  DensityOptions out;
  out.asked = *std::move(asked);
  out.unless = slots_named(options.strings("unless"));
  out.slots = slots_named(options.strings("slots"));
  const auto unit = std::find(kUnits.begin(), kUnits.end(), options.string("unit", kUnits[1]));
  out.unit = static_cast<Unit>(unit - kUnits.begin());
  out.above = options.number("above", out.above);
  out.below = options.number("below", out.below);
  out.at_least = static_cast<std::uint32_t>(options.number("at_least", 0));
  out.min_words = static_cast<std::uint32_t>(options.number("min_words", 0));
  return std::unique_ptr<Rule>(
      std::make_unique<DensityRule>(context.patterns, *std::move(any), std::move(out)));
}

}  // namespace

Kind density_kind() {
  using toml_doc::FieldType;
  return {"density",
          "too many or too few of some words in a story",
          {"story", "text", "count", "words", "amount"},
          {},
          {{"any", FieldType::Strings, "regular expressions; their matches are counted", true},
           {"except", FieldType::Strings, "a match that overlaps one of these does not count"},
           {"asked", FieldType::Strings, "only where the prompt or the title matches one of these"},
           {"unless", FieldType::Strings, "not in stories with one of these components", false,
            slot_names()},
           {"slots", FieldType::Strings, "components to look at (default: the whole story)", false,
            slot_names()},
           {"unit", FieldType::String,
            "matches, matches per hundred words (default), or share of sentences with a match",
            false, kUnits},
           {"above", FieldType::Number, "a finding above this"},
           {"below", FieldType::Number, "a finding below this"},
           {"at_least", FieldType::Integer, "only with so many matches"},
           {"min_words", FieldType::Integer, "only in texts of at least so many words"}},
          compile};
}

}  // namespace starlint
