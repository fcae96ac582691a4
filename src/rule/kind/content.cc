// content: what the text of a component (or of a whole story) holds or lacks.
#include <algorithm>

#include "base/strings.h"
#include "rule/kind/kinds.h"
#include "rule/kind/story_text.h"

namespace starlint {

namespace {

struct ContentOptions {
  std::vector<Slot> slots;              // empty: the whole story
  std::vector<PatternId> needs;         // a finding where none of these is there
  std::vector<PatternId> holds;         // only where one of these is there
  std::vector<PatternId> titles;        // only in stories whose title or prompt matches
  std::vector<std::string> frameworks;  // only in stories of these; empty: of any
  std::uint32_t min_words = 0;
  std::uint32_t max_words = kNone;
};

class ContentRule : public Rule {
 public:
  ContentRule(const PatternBank& bank, ContentOptions options)
      : bank_(bank), options_(std::move(options)) {}

  void check(const FileView& file, Sink& sink) const override {
    for (std::uint32_t i = 0; i < file.narratives.stories.size(); ++i) {
      const Narrative& story = file.narratives.stories[i];
      if (!tells_event(story) || !is_asked(file, story)) continue;
      // Which words of an unsure story are its Result is a guess: nothing is asked of them.
      if (!options_.slots.empty() && story.confidence == Confidence::Low) continue;
      const std::vector<Span> spans = text_of(story);
      const std::uint32_t words = count_words(file, spans);
      if (spans.empty() || words < options_.min_words || words > options_.max_words) continue;
      if (any_found(file, options_.needs, spans)) continue;
      if (!options_.holds.empty() && !any_found(file, options_.holds, spans)) continue;
      report(file, i, story, spans.front(), words, sink);
    }
  }

 private:
  std::vector<Span> text_of(const Narrative& story) const {
    if (options_.slots.empty()) {
      // What was asked is no evidence for what was told.
      const std::uint32_t asked = std::max(story.title.end, story.prompt.end);
      return {{std::clamp(asked, story.span.begin, story.span.end), story.span.end}};
    }
    std::vector<Span> spans;
    for (const Slot slot : options_.slots) {
      const std::vector<Span> more = spans_of(story, slot);
      spans.insert(spans.end(), more.begin(), more.end());
    }
    return spans;
  }

  bool any_found(const FileView& file, const std::vector<PatternId>& patterns,
                 const std::vector<Span>& spans) const {
    return std::any_of(patterns.begin(), patterns.end(), [&](PatternId id) {
      return std::any_of(spans.begin(), spans.end(), [&](Span span) {
        return bank_.pattern(id).found_in(file.text.utf8(), span);
      });
    });
  }

  bool is_asked(const FileView& file, const Narrative& story) const {
    const std::string& framework = file.frameworks.frameworks[story.framework].id;
    const auto& wanted = options_.frameworks;
    if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), framework) == wanted.end()) {
      return false;
    }
    if (options_.titles.empty()) return true;
    return any_found(file, options_.titles, {story.title, story.prompt});
  }

  void report(const FileView& file, std::uint32_t index, const Narrative& story, Span first,
              std::uint32_t words, Sink& sink) const {
    const Span line = file.text.lines().span(file.text.line(first.begin), file.text.utf8());
    const Span place =
        options_.slots.empty()
            ? head_of(file, story)
            : Span{first.begin, std::max(first.begin, std::min(first.end, line.end))};
    Finding& finding =
        sink.add({file.source.id, place}, {{"story", story.title_text}, {"words", decimal(words)}});
    finding.narrative = index;
  }

  const PatternBank& bank_;
  ContentOptions options_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  ContentOptions out;
  for (const std::string& name : options.strings("slots")) out.slots.push_back(slot_named(name));
  struct Group {
    std::string_view key;
    std::vector<PatternId>* patterns;
  };
  for (const Group& group :
       {Group{"needs", &out.needs}, Group{"holds", &out.holds}, Group{"titles", &out.titles}}) {
    Result<std::vector<PatternId>> ids = add_patterns(options, group.key, context.patterns);
    if (!ids) return ids.error();
    *group.patterns = *std::move(ids);
  }
  out.frameworks = options.strings("frameworks");
  out.min_words = static_cast<std::uint32_t>(options.number("min_words", 0));
  out.max_words = static_cast<std::uint32_t>(options.number("max_words", kNone));
  return std::unique_ptr<Rule>(std::make_unique<ContentRule>(context.patterns, std::move(out)));
}

}  // namespace

Kind content_kind() {
  using toml_doc::FieldType;
  return {
      "content",
      "what the text of a component, or of a whole story, lacks",
      {"story", "words"},
      {},
      {{"slots", FieldType::Strings, "components to look at; none: the whole story", false,
        slot_names()},
       {"needs", FieldType::Strings, "a finding where none of these expressions matches"},
       {"holds", FieldType::Strings, "only where one of these expressions matches"},
       {"titles", FieldType::Strings, "only stories whose title or prompt matches one of these"},
       {"frameworks", FieldType::Strings, "only stories of these frameworks, by id"},
       {"min_words", FieldType::Integer, "only texts of at least so many words"},
       {"max_words", FieldType::Integer, "only texts of at most so many words"}},
      compile};
}

}  // namespace starlint
