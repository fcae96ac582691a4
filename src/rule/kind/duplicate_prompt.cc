// duplicate_prompt: the same question answered twice, in one project or outside all.
#include <map>

#include "base/strings.h"
#include "rule/competency.h"
#include "rule/kind/kinds.h"
#include "rule/kind/story_text.h"

namespace starlint {

namespace {

struct Repetition {
  StoryRef first;
  StoryRef again;
};

class DuplicatePromptRule : public Rule {
 public:
  DuplicatePromptRule(std::uint32_t min_words, std::uint32_t questionnaire)
      : min_words_(min_words), questionnaire_(questionnaire) {}

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    const std::vector<Repetition> found = repetitions(speaker);
    // Many questions that come again are one questionnaire, filled in for each project.
    if (found.size() >= questionnaire_) return;
    for (const Repetition& one : found) {
      const Span prompt = one.again.story().prompt;
      const Span other = one.first.story().prompt;
      Finding& finding = sink.add({one.again.file->source.id, prompt},
                                  {{"prompt", std::string(one.again.file->slice(prompt))}});
      finding.narrative = one.again.index;
      finding.key = folded(one.again.file->slice(prompt));
      finding.related.push_back(
          {{one.first.file->source.id, other}, std::string(one.first.file->slice(other))});
    }
  }

 private:
  std::vector<Repetition> repetitions(const SpeakerView& speaker) const {
    std::map<std::pair<std::string, std::string>, StoryRef> first;  // by project and question
    std::vector<Repetition> found;
    for (const StoryRef& at : stories_of(speaker)) {
      const std::string_view prompt = at.file->slice(at.story().prompt);
      if (count_words(prompt) < min_words_) continue;
      const auto [seen, is_new] =
          first.emplace(std::pair(at.story().project_key, folded(prompt)), at);
      if (!is_new) found.push_back({seen->second, at});
    }
    return found;
  }

  std::uint32_t min_words_;
  std::uint32_t questionnaire_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext&) {
  return std::unique_ptr<Rule>(std::make_unique<DuplicatePromptRule>(
      static_cast<std::uint32_t>(options.number("min_words", 4)),
      static_cast<std::uint32_t>(options.number("questionnaire", 3))));
}

}  // namespace

Kind duplicate_prompt_kind() {
  using toml_doc::FieldType;
  return {"duplicate_prompt",
          "the same question answered twice",
          {"prompt"},
          {},
          {{"min_words", FieldType::Integer, "shorter prompts are headings (default 4)"},
           {"questionnaire", FieldType::Integer,
            "so many repetitions are a form filled in several times (default 3)"}},
          compile};
}

}  // namespace starlint
