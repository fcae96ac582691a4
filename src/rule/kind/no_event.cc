// no_event: a behavioural prompt answered in general or hypothetical terms.
#include "rule/kind/kinds.h"
#include "rule/kind/story_text.h"

namespace starlint {

namespace {

class NoEventRule : public Rule {
 public:
  void check(const FileView& file, Sink& sink) const override {
    for (std::uint32_t i = 0; i < file.narratives.stories.size(); ++i) {
      const Narrative& story = file.narratives.stories[i];
      if (!story.hypothetical || !story.behavioural) continue;
      Finding& finding =
          sink.add({file.source.id, head_of(file, story)}, {{"story", story.title_text}});
      finding.narrative = i;
    }
  }
};

Result<std::unique_ptr<Rule>> compile(const Options&, CompileContext&) {
  return std::unique_ptr<Rule>(std::make_unique<NoEventRule>());
}

}  // namespace

Kind no_event_kind() {
  return {"no_event", "a behavioural prompt answered without a past event", {"story"}, {}, {},
          compile};
}

}  // namespace starlint
