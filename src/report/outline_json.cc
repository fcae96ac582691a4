// The contract of `starlint outline --format json`: what the program understood of each story.
#include "json/writer.h"
#include "report/report.h"

namespace starlint {

namespace {

void write_line_range(const Text& text, Span span, JsonWriter& json) {
  const std::uint32_t last = span.empty() ? span.begin : span.end - 1;
  json.member("start_line", text.line(span.begin));
  json.member("end_line", text.line(last));
}

void write_part(const FileResult& file, const Part& part, JsonWriter& json) {
  json.begin_object();
  json.member("slot", name_of(part.slot));
  write_line_range(file.text, part.span, json);
  json.member("evidence", name_of(part.basis));
  if (!part.label.empty()) json.member("label", file.text.slice(part.label));
  json.end_object();
}

void write_story(const LintRun& run, const FileResult& file, const Narrative& story,
                 JsonWriter& json) {
  json.begin_object();
  json.member("file", std::string_view(file.source.path));
  write_line_range(file.text, story.span, json);
  json.member("title", std::string_view(story.title_text));
  json.member("project", std::string_view(story.project_name));
  json.member("speaker", std::string_view(run.speakers[file.speaker]));
  json.member(
      "framework",
      std::string_view(run.rules->narrative_rules().frameworks.frameworks[story.framework].name));
  json.member("prompt", file.text.slice(story.prompt));
  json.member("hypothetical", story.hypothetical);
  json.member("confidence", name_of(story.confidence));
  json.open_array("components");
  for (const Part& part : story.parts) {
    if (part.filled) write_part(file, part, json);
  }
  json.end_array();
  json.member("words", story.words);
  json.member("spoken_seconds", story.spoken_seconds);
  json.end_object();
}

}  // namespace

void write_outline_json(const LintRun& run, std::string& out) {
  JsonWriter json(out, 2);
  json.begin_object();
  json.open_array("narratives");
  for (const auto& file : run.files) {
    for (const Narrative& story : file->narratives.stories) write_story(run, *file, story, json);
  }
  json.end_array();
  json.end_object();
  out += '\n';
}

}  // namespace starlint
