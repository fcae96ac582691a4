// length: how long a story takes to say.
#include <cmath>

#include "base/strings.h"
#include "rule/kind/kinds.h"
#include "rule/kind/story_text.h"

namespace starlint {

namespace {

class LengthRule : public Rule {
 public:
  LengthRule(double min, double max) : min_(min), max_(max) {}

  void check(const FileView& file, Sink& sink) const override {
    for (std::uint32_t i = 0; i < file.narratives.stories.size(); ++i) {
      const Narrative& story = file.narratives.stories[i];
      if (!tells_event(story)) continue;
      if (story.spoken_seconds >= min_ && story.spoken_seconds <= max_) continue;
      Finding& finding = sink.add({file.source.id, head_of(file, story)},
                                  {{"story", story.title_text},
                                   {"words", decimal(story.words)},
                                   {"spoken", spoken(story.spoken_seconds)},
                                   {"limit", spoken(story.spoken_seconds < min_ ? min_ : max_)}});
      finding.narrative = i;
    }
  }

 private:
  static std::string spoken(double seconds) {
    const auto whole = static_cast<std::uint64_t>(std::llround(seconds));
    if (whole < 60) return cat(whole, " s");
    return cat(whole / 60, " min ", whole % 60, " s");
  }

  double min_;
  double max_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext&) {
  return std::unique_ptr<Rule>(std::make_unique<LengthRule>(options.number("min_seconds", 0),
                                                            options.number("max_seconds", 1e9)));
}

}  // namespace

Kind length_kind() {
  using toml_doc::FieldType;
  return {"length",
          "how long a story takes to say",
          {"story", "words", "spoken", "limit"},
          {},
          {{"min_seconds", FieldType::Number, "shorter is a finding"},
           {"max_seconds", FieldType::Number, "longer is a finding"}},
          compile};
}

}  // namespace starlint
