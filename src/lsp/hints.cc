// textDocument/inlayHint: behind the first line of each story which of its components are there,
// and how long it would take to tell.
#include "base/strings.h"
#include "lsp/abilities.h"
#include "report/story_figures.h"
#include "report/text/cells.h"

namespace starlint {

namespace {

std::string label_of(const FileResult& file, const Narrative& story) {
  return cat(marks_of(file, story), " · ", spoken(story.spoken_seconds));
}

std::string missing(const Narrative& story) {
  std::vector<std::string> names;
  for (const Slot slot : kStarSlots) {
    if (!story.has(slot)) names.emplace_back(name_of(slot));
  }
  return names.empty() ? "" : cat(" Not told: ", join(names, ", "), ".");
}

void write_hints(const FileResult& file, const Places& places, const LspRange& range,
                 JsonWriter& json) {
  const Span wanted = places.span(file, range);
  for (const Narrative& story : file.narratives.stories) {
    if (story.project || !wanted.overlaps(story.span)) continue;
    const Span line = file.text.lines().span(file.text.line(story.span.begin), file.text.utf8());
    json.begin_object();
    json.key("position");
    write_position(places.position(file, line.end), json);
    json.member("label", std::string_view(label_of(file, story)));
    json.member("tooltip", std::string_view(cat(story.words, " words to say.", missing(story))));
    json.member("paddingLeft", true);
    json.end_object();
  }
}

}  // namespace

Failure answer_hints(const Question& question, JsonWriter& result) {
  const std::optional<LspRange> range = read_range(question.params.find("range"));
  if (!range) return RpcError{RpcCode::InvalidParams, "hints need a range"};
  const FileResult* file = question.file();
  result.begin_array();
  if (file != nullptr) write_hints(*file, question.places(), *range, result);
  result.end_array();
  return {};
}

}  // namespace starlint
