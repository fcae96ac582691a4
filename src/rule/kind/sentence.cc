// sentence: a sentence of a story too long to say in one breath.
#include "base/strings.h"
#include "rule/kind/kinds.h"
#include "rule/kind/speech.h"
#include "rule/kind/story_text.h"

namespace starlint {

namespace {

class SentenceRule : public Rule {
 public:
  explicit SentenceRule(std::uint32_t words) : words_(words) {}

  void check(const FileView& file, Sink& sink) const override {
    for (std::uint32_t i = 0; i < file.narratives.stories.size(); ++i) {
      if (!tells_event(file.narratives.stories[i])) continue;
      for (const Stretch& stretch : speech_of(file, file.narratives.stories[i], {})) {
        for (const Span sentence : sentences_of(file, stretch)) {
          const std::uint32_t words = count_words(file.slice(sentence));
          if (words <= words_) continue;
          sink.add({file.source.id, sentence}, {{"words", cat(words)}}).narrative = i;
        }
      }
    }
  }

 private:
  std::uint32_t words_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext&) {
  return std::unique_ptr<Rule>(
      std::make_unique<SentenceRule>(static_cast<std::uint32_t>(options.number("words", 0))));
}

}  // namespace

Kind sentence_kind() {
  using toml_doc::FieldType;
  return {"sentence",
          "a sentence of a story with too many words",
          {"words"},
          {},
          {{"words", FieldType::Integer, "a finding above so many", true}},
          compile};
}

}  // namespace starlint
