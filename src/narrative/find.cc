#include "narrative/find.h"

#include <algorithm>

#include "narrative/story.h"

namespace starlint {

namespace {

// A title without marks, anchors and link targets.
std::string plain_title(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '*' || c == '`') continue;
    if (c == ']' && at + 1 < text.size() && text[at + 1] == '(') {
      const std::size_t close = text.find(')', at);
      if (close != std::string_view::npos) {
        at = close;
        continue;
      }
    }
    if (c == '[' || c == ']') continue;
    out += c;
  }
  return out;
}

std::uint16_t framework_of(const Page& page, const Story& story) {
  std::vector<ConceptId> concepts;
  for (const LabelledPart& part : story.parts) concepts.push_back(part.concept_id);
  return concepts.empty() ? std::uint16_t{0} : page.rules->frameworks.best(concepts);
}

Narrative narrate(const Page& page, const Story& story, FileId file) {
  Narrative out;
  out.file = file;
  out.span = {page.rows[story.first].span.begin, page.rows[story.end - 1].content.end};
  if (story.title != kNone) out.title = page.outline->blocks[page.rows[story.title].block].text;
  if (story.title != kNone && !page.rows[story.title].heading) {
    out.title = page.rows[story.title].content;
  }
  out.title_text = plain_title(page.slice(out.title));
  if (story.prompt != kNone) out.prompt = page.rows[story.prompt].content;
  out.framework = framework_of(page, story);
  out.confidence = story.confidence;
  out.labelled = story.labelled;
  out.hypothetical = story.hypothetical;
  out.behavioural =
      story.behavioural || (story.prompt != kNone && page.asks[story.prompt] == Ask::Behavioural);
  out.project = story.project;
  out.words = weigh(page, story.body, story.end).words;
  out.spoken_seconds = out.words * 60.0 / page.language->words_per_minute;
  out.parts = parts_of(page, story);
  return out;
}

}  // namespace

Narratives find_narratives(const Text& text, const Outline& outline, const NarrativeRules& rules,
                           std::string_view, FileId file) {
  if (rules.frameworks.frameworks.empty()) return {};  // a pack that knows no stories
  const Page page = read_file(text, outline, rules);
  Narratives out;
  std::vector<Story> stories = find_labelled(page);
  find_unlabelled(page, stories, out.open_prompts);
  for (const Story& story : stories) out.stories.push_back(narrate(page, story, file));
  return out;
}

}  // namespace starlint
