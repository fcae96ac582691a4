// component: a component of a story that is missing, empty or only a placeholder.
#include <algorithm>

#include "rule/kind/kinds.h"

namespace starlint {

namespace {

enum class Fault : std::uint8_t { Missing, Empty };

class ComponentRule : public Rule {
 public:
  ComponentRule(Slot slot, Fault fault) : slot_(slot), fault_(fault) {}

  void check(const FileView& file, Sink& sink) const override {
    for (std::uint32_t i = 0; i < file.narratives.stories.size(); ++i) {
      const Narrative& story = file.narratives.stories[i];
      if (story.project || story.hypothetical) continue;
      fault_ == Fault::Missing ? check_missing(file, i, story, sink)
                               : check_empty(file, i, story, sink);
    }
  }

 private:
  void check_missing(const FileView& file, std::uint32_t index, const Narrative& story,
                     Sink& sink) const {
    const bool named = std::any_of(story.parts.begin(), story.parts.end(),
                                   [&](const Part& part) { return part.slot == slot_; });
    if (named) return;
    Span where = story.title.empty() ? story.span : story.title;
    Finding& finding = sink.add({file.source.id, where}, {{"story", story.title_text},
                                                          {"slot", std::string(name_of(slot_))}});
    finding.narrative = index;
  }

  void check_empty(const FileView& file, std::uint32_t index, const Narrative& story,
                   Sink& sink) const {
    for (const Part& part : story.parts) {
      if (part.slot != slot_ || part.filled) continue;
      Finding& finding =
          sink.add({file.source.id, part.label.empty() ? part.span : part.label},
                   {{"story", story.title_text}, {"slot", std::string(file.slice(part.label))}},
                   part.placeholder ? "placeholder" : "empty");
      finding.narrative = index;
    }
  }

  Slot slot_;
  Fault fault_;
};

const std::vector<std::string_view> kSlots = {"Situation", "Task",     "Obstacle", "Action",
                                              "Result",    "Learning", "Cause"};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext&) {
  const auto slot = std::find(kSlots.begin(), kSlots.end(), options.string("slot"));
  const Fault fault = options.string("fault") == "missing" ? Fault::Missing : Fault::Empty;
  return std::unique_ptr<Rule>(
      std::make_unique<ComponentRule>(static_cast<Slot>(slot - kSlots.begin()), fault));
}

}  // namespace

Kind component_kind() {
  using toml_doc::FieldType;
  return {"component",
          "a component of a story that is missing, or labelled and empty",
          {"story", "slot"},
          {"empty", "placeholder"},
          {{"slot", FieldType::String, "which component", true, kSlots},
           {"fault", FieldType::String, "what is wrong with it", true, {"missing", "empty"}}},
          compile};
}

}  // namespace starlint
