// order: components told in another order than their framework's.
#include "rule/kind/kinds.h"
#include "rule/kind/story_text.h"

namespace starlint {

namespace {

class OrderRule : public Rule {
 public:
  OrderRule(Slot early, Slot late) : early_(early), late_(late) {}

  void check(const FileView& file, Sink& sink) const override {
    for (std::uint32_t i = 0; i < file.narratives.stories.size(); ++i) {
      const Narrative& story = file.narratives.stories[i];
      if (!tells_event(story) || !story.labelled) continue;
      const Part* early = last(story, early_);
      const Part* late = last(story, late_);
      if (early == nullptr || late == nullptr || late->span.begin >= early->span.begin) continue;
      Finding& finding =
          sink.add({file.source.id, late->label}, {{"story", story.title_text},
                                                   {"early", std::string(file.slice(early->label))},
                                                   {"late", std::string(file.slice(late->label))}});
      finding.related.push_back({{file.source.id, early->label}, "comes after it"});
      finding.narrative = i;
    }
  }

 private:
  /// The last labelled part: a headline result first is fine where a Result ends the story too.
  static const Part* last(const Narrative& story, Slot slot) {
    const Part* found = nullptr;
    for (const Part& part : story.parts) {
      if (part.slot == slot && part.filled && !part.label.empty()) found = &part;
    }
    return found;
  }

  Slot early_;
  Slot late_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext&) {
  return std::unique_ptr<Rule>(std::make_unique<OrderRule>(slot_named(options.string("early")),
                                                           slot_named(options.string("late"))));
}

}  // namespace

Kind order_kind() {
  using toml_doc::FieldType;
  return {"order",
          "a component that stands before one it should follow",
          {"story", "early", "late"},
          {},
          {{"early", FieldType::String, "the component that comes first", true, slot_names()},
           {"late", FieldType::String, "the component that follows it", true, slot_names()}},
          compile};
}

}  // namespace starlint
