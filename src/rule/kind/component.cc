// component: a component of a story that is missing, empty or only a placeholder.
#include <algorithm>
#include <optional>

#include "rule/kind/kinds.h"
#include "rule/kind/story_text.h"

namespace starlint {

namespace {

enum class Fault : std::uint8_t { Missing, Empty };

class ComponentRule : public Rule {
 public:
  ComponentRule(Slot slot, Fault fault, std::optional<Level> unlabelled)
      : slot_(slot), fault_(fault), unlabelled_(unlabelled) {}

  void check(const FileView& file, Sink& sink) const override {
    for (std::uint32_t i = 0; i < file.narratives.stories.size(); ++i) {
      const Narrative& story = file.narratives.stories[i];
      if (fault_ == Fault::Empty) {
        check_empty(file, i, story, sink);
      } else if (tells_event(story) && file.frameworks.frameworks[story.framework].wants(slot_)) {
        check_missing(file, i, story, sink);
      }
    }
  }

 private:
  void check_missing(const FileView& file, std::uint32_t index, const Narrative& story,
                     Sink& sink) const {
    const bool named = std::any_of(story.parts.begin(), story.parts.end(),
                                   [&](const Part& part) { return part.slot == slot_; });
    if (named) return;
    Finding& finding =
        sink.add({file.source.id, head_of(file, story)},
                 {{"story", story.title_text}, {"slot", std::string(name_of(slot_))}},
                 story.labelled ? "labelled" : "unlabelled");
    if (!story.labelled && unlabelled_) finding.level = *unlabelled_;
    finding.narrative = index;
  }

  void check_empty(const FileView& file, std::uint32_t index, const Narrative& story,
                   Sink& sink) const {
    for (const Part& part : story.parts) {
      if (part.slot != slot_ || part.filled) continue;
      Finding& finding =
          sink.add({file.source.id, place_of(story, part)},
                   {{"story", story.title_text}, {"slot", std::string(file.slice(part.label))}},
                   part.placeholder ? "placeholder" : "empty");
      finding.narrative = index;
    }
  }

  /// What holds the place of an unfilled component, or else its label; that of a table's column
  /// stands above the stories of its rows.
  static Span place_of(const Narrative& story, const Part& part) {
    const bool own_label = !part.label.empty() && part.label.begin >= story.span.begin;
    const bool held = part.placeholder && !part.span.empty();
    return held || !own_label ? part.span : part.label;
  }

  Slot slot_;
  Fault fault_;
  std::optional<Level> unlabelled_;  // level where the story has no labels
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext&) {
  const Fault fault = options.string("fault") == "missing" ? Fault::Missing : Fault::Empty;
  return std::unique_ptr<Rule>(std::make_unique<ComponentRule>(
      slot_named(options.string("slot")), fault, level_of(options.string("unlabelled_level"))));
}

}  // namespace

Kind component_kind() {
  using toml_doc::FieldType;
  return {"component",
          "a component of a story that is missing, or labelled and empty",
          {"story", "slot"},
          {"labelled", "unlabelled", "empty", "placeholder"},
          {{"slot", FieldType::String, "which component", true, slot_names()},
           {"fault", FieldType::String, "what is wrong with it", true, {"missing", "empty"}},
           {"unlabelled_level",
            FieldType::String,
            "another level for stories without labels",
            false,
            {"note", "warning", "error"}}},
          compile};
}

}  // namespace starlint
