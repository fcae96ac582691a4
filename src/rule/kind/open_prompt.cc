// open_prompt: an interviewer's question with no answer under it.
#include "rule/kind/kinds.h"
#include "rule/kind/story_text.h"

namespace starlint {

namespace {

class OpenPromptRule : public Rule {
 public:
  explicit OpenPromptRule(bool in_lists) : in_lists_(in_lists) {}

  void check(const FileView& file, Sink& sink) const override {
    for (const OpenPrompt& prompt : file.narratives.open_prompts) {
      if (prompt.in_list != in_lists_) continue;
      const Span question = question_of(file, prompt);
      Finding& finding =
          sink.add({file.source.id, question}, {{"prompt", std::string(file.slice(question))}});
      // The blank form below it waits for the answer, too.
      if (prompt.held.empty()) continue;
      const std::string_view form = file.slice(prompt.held);
      finding.related.push_back(
          {{file.source.id, prompt.held}, std::string(form.substr(0, form.find('\n')))});
    }
  }

 private:
  bool in_lists_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext&) {
  return std::unique_ptr<Rule>(
      std::make_unique<OpenPromptRule>(options.boolean("in_lists", false)));
}

}  // namespace

Kind open_prompt_kind() {
  using toml_doc::FieldType;
  return {"open_prompt",
          "an interviewer's question with no answer under it",
          {"prompt"},
          {},
          {{"in_lists", FieldType::Boolean,
            "true: those that stand open together, false (default): the others"}},
          compile};
}

}  // namespace starlint
