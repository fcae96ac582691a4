// ratio: one list of words against another inside a story: who acts, when, how surely.
#include "base/strings.h"
#include "rule/kind/finding_key.h"
#include "rule/kind/kinds.h"
#include "rule/kind/matcher.h"
#include "rule/kind/story_text.h"

namespace starlint {

namespace {

struct RatioOptions {
  std::vector<Slot> slots;
  double share = 0.5;
  std::uint32_t at_least = 1;
};

class RatioRule : public Rule {
 public:
  RatioRule(Matcher any, Matcher against, RatioOptions options)
      : any_(std::move(any)), against_(std::move(against)), options_(std::move(options)) {}

  void check(const FileView& file, Sink& sink) const override {
    if (!any_.hits(file)) return;
    for (std::uint32_t i = 0; i < file.narratives.stories.size(); ++i) {
      const Narrative& story = file.narratives.stories[i];
      if (!tells_event(story)) continue;
      const Speech speech = speech_of(file, story, options_.slots);
      const std::vector<Span> found = any_.find(file, speech);
      if (found.empty() || found.size() < options_.at_least) continue;
      const std::size_t others = against_.find(file, speech).size();
      const auto all = static_cast<double>(found.size() + others);
      if (static_cast<double>(found.size()) <= options_.share * all) continue;
      Finding& finding = sink.add({file.source.id, found.front()},
                                  {{"story", story.title_text},
                                   {"text", std::string(file.slice(found.front()))},
                                   {"count", cat(found.size())},
                                   {"others", cat(others)}});
      finding.narrative = i;
      finding.key = key_of_story(story);
    }
  }

 private:
  Matcher any_;
  Matcher against_;
  RatioOptions options_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  Result<Matcher> any = Matcher::read(options, "any", "except", context.patterns);
  if (!any) return any.error();
  Result<Matcher> against = Matcher::read(options, "against", "", context.patterns);
  if (!against) return against.error();
  RatioOptions out;
  out.slots = slots_named(options.strings("slots"));
  out.share = options.number("share", 0.5);
  out.at_least = static_cast<std::uint32_t>(options.number("at_least", 1));
  return std::unique_ptr<Rule>(
      std::make_unique<RatioRule>(*std::move(any), *std::move(against), std::move(out)));
}

}  // namespace

Kind ratio_kind() {
  using toml_doc::FieldType;
  return {"ratio",
          "some words outnumber others in a story",
          {"story", "text", "count", "others"},
          {},
          {{"any", FieldType::Strings, "regular expressions; their matches are counted", true},
           {"except", FieldType::Strings, "a match that overlaps one of these does not count"},
           {"against", FieldType::Strings, "expressions they are weighed against", true},
           {"share", FieldType::Number, "a finding above this share of both (default 0.5)"},
           {"at_least", FieldType::Integer, "only with so many matches of `any`"},
           {"slots", FieldType::Strings, "components to look at (default: the whole story)", false,
            slot_names()}},
          compile};
}

}  // namespace starlint
