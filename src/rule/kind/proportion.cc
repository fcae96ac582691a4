// proportion: how much of a story a component takes.
#include <algorithm>
#include <cmath>

#include "base/strings.h"
#include "rule/kind/kinds.h"
#include "rule/kind/story_text.h"

namespace starlint {

namespace {

struct Band {
  std::vector<Slot> slots;
  double min = 0;
  double max = 1;
  std::uint32_t min_words = 60;
};

class ProportionRule : public Rule {
 public:
  explicit ProportionRule(Band band) : band_(std::move(band)) {}

  void check(const FileView& file, Sink& sink) const override {
    for (std::uint32_t i = 0; i < file.narratives.stories.size(); ++i) {
      const Narrative& story = file.narratives.stories[i];
      if (tells_event(story) && story.labelled) check_story(file, i, story, sink);
    }
  }

 private:
  void check_story(const FileView& file, std::uint32_t index, const Narrative& story,
                   Sink& sink) const {
    std::uint32_t all = 0;
    std::uint32_t ours = 0;
    const Part* first = nullptr;
    std::uint32_t counted_until = 0;
    for (const Part& part : story.parts) {
      if (!part.filled) continue;
      const bool wanted =
          std::find(band_.slots.begin(), band_.slots.end(), part.slot) != band_.slots.end();
      if (wanted && first == nullptr) first = &part;
      if (part.span.begin < counted_until) continue;  // one label for two slots counts once
      counted_until = part.span.end;
      const std::uint32_t words = count_words(file.slice(part.span));
      all += words;
      if (wanted) ours += words;
    }
    if (first == nullptr || all < band_.min_words) return;
    // In whole percent, as it is told: "45 %, at most 45 %" would puzzle.
    const double share = std::round(100.0 * ours / all) / 100;
    if (share >= band_.min && share <= band_.max) return;
    Finding& finding = sink.add(
        {file.source.id, first->label.empty() ? head_of(file, story) : first->label},
        {{"story", story.title_text},
         {"share", cat(decimal(100 * share, 0), " %")},
         {"words", decimal(ours)},
         {"all", decimal(all)},
         {"limit", cat(decimal(100 * (share < band_.min ? band_.min : band_.max), 0), " %")}});
    finding.narrative = index;
  }

  Band band_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext&) {
  Band band;
  for (const std::string& name : options.strings("slots")) band.slots.push_back(slot_named(name));
  band.min = options.number("min", 0);
  band.max = options.number("max", 1);
  band.min_words = static_cast<std::uint32_t>(options.number("min_words", 60));
  return std::unique_ptr<Rule>(std::make_unique<ProportionRule>(std::move(band)));
}

}  // namespace

Kind proportion_kind() {
  using toml_doc::FieldType;
  return {"proportion",
          "how much of a labelled story some components take",
          {"story", "share", "words", "all", "limit"},
          {},
          {{"slots", FieldType::Strings, "the components, counted together", true, slot_names()},
           {"min", FieldType::Number, "smallest share of the story's words, 0 to 1"},
           {"max", FieldType::Number, "largest share of the story's words, 0 to 1"},
           {"min_words", FieldType::Integer, "shorter stories are left alone (default 60)"}},
          compile};
}

}  // namespace starlint
