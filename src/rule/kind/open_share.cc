// open_share: a file of questions of which many are still open.
#include "base/strings.h"
#include "rule/kind/kinds.h"
#include "rule/kind/story_text.h"

namespace starlint {

namespace {

class OpenShareRule : public Rule {
 public:
  OpenShareRule(std::uint32_t open, std::uint32_t answered) : open_(open), answered_(answered) {}

  void check(const FileView& file, Sink& sink) const override {
    const auto& open = file.narratives.open_prompts;
    std::uint32_t answered = 0;
    std::size_t asked = open.size();  // an answer in general terms is one, too
    for (const Narrative& story : file.narratives.stories) {
      answered += story.behavioural && tells_event(story);
      asked += story.behavioural || !story.prompt.empty();
    }
    // With nothing answered the file is a list of questions, kept as such.
    if (open.size() < open_ || answered < answered_) return;
    Finding& finding = sink.add({file.source.id, question_of(file, open.front())},
                                {{"open", cat(open.size())}, {"of", cat(asked)}});
    finding.key = "open questions";  // whichever of them are answered by and by
    for (std::size_t i = 1; i < open.size(); ++i) {
      const Span question = question_of(file, open[i]);
      finding.related.push_back({{file.source.id, question}, std::string(file.slice(question))});
    }
  }

 private:
  std::uint32_t open_;
  std::uint32_t answered_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext&) {
  return std::unique_ptr<Rule>(
      std::make_unique<OpenShareRule>(static_cast<std::uint32_t>(options.number("open", 1)),
                                      static_cast<std::uint32_t>(options.number("answered", 1))));
}

}  // namespace

Kind open_share_kind() {
  using toml_doc::FieldType;
  return {"open_share",
          "a file of questions of which many are still open",
          {"open", "of"},
          {},
          {{"open", FieldType::Integer, "a finding from so many open ones"},
           {"answered", FieldType::Integer, "only with so many answered ones"}},
          compile};
}

}  // namespace starlint
